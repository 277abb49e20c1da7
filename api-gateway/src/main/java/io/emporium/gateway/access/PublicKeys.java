package io.emporium.gateway.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The keys of auth-service. Fetched when an unknown one is met, but not again within seconds, or
/// invented key ids would make the gateway a weapon against auth-service.
@Component
class PublicKeys {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  // Then a key is asked for again: auth-service may have withdrawn it.
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final WebClient http = WebClient.create();
  private final URI source;
  private final Clock clock;
  private final Mono<JWKSet> fetching;
  private volatile JWKSet known = new JWKSet();
  private volatile Instant fetched = Instant.EPOCH;

  PublicKeys(TokenProperties properties, Clock clock) {
    this.source = properties.jwksUri();
    this.clock = clock;
    // Requests that need the same answer share one question, and its answer for a while.
    this.fetching =
        Mono.defer(this::fetch).cache(_ -> PAUSE, _ -> PAUSE_AFTER_FAILURE, () -> PAUSE);
  }

  Flux<JWK> keysFor(SignedJWT token) {
    String keyId = token.getHeader().getKeyID();
    if (keyId == null) {
      return Flux.empty();
    }
    JWK key = known.getKeyByKeyId(keyId);
    if (key == null) {
      return fetching.mapNotNull(set -> set.getKeyByKeyId(keyId)).flux();
    }
    if (clock.instant().isAfter(fetched.plus(FRESH))) {
      // Meanwhile what auth-service said last holds; it may be away.
      var _ = fetching.subscribe(_ -> {}, _ -> {});
    }
    return Flux.just(key);
  }

  private Mono<JWKSet> fetch() {
    return http.get()
        .uri(source)
        .retrieve()
        .bodyToMono(String.class)
        .timeout(PATIENCE)
        .flatMap(PublicKeys::parse)
        .doOnNext(
            set -> {
              known = set;
              fetched = clock.instant();
            })
        .onErrorMap(KeysUnavailable::new);
  }

  private static Mono<JWKSet> parse(String json) {
    try {
      return Mono.just(JWKSet.parse(json));
    } catch (ParseException e) {
      return Mono.error(e);
    }
  }

  /// auth-service could not be asked; says nothing about the token.
  static final class KeysUnavailable extends RuntimeException {
    KeysUnavailable(Throwable cause) {
      super("the public keys cannot be fetched", cause);
    }
  }
}
