package io.emporium.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import io.emporium.gateway.access.PublicKeys.KeysUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Looks at tokens as every service does: a courtesy that keeps rubbish out, not the wall.
@Component
class TokenCheck {

  /// What came of it.
  sealed interface Verdict {
    /// A good token of this user.
    record Good(String userId, Instant expiresAt) implements Verdict {}

    /// Forged, expired or not for us.
    record Bad() implements Verdict {}

    /// No token, or none that could be checked.
    record Unchecked() implements Verdict {}
  }

  static final Verdict UNCHECKED = new Verdict.Unchecked();

  private static final Logger log = LoggerFactory.getLogger(TokenCheck.class);
  private static final Verdict BAD = new Verdict.Bad();
  private static final String AUDIENCE = "emporium";
  private static final String TYPE = "at+jwt";

  private final NimbusReactiveJwtDecoder decoder;
  private final Clock clock;
  // A client sends its token with every request: one signature check per token is enough.
  private final Cache<String, Verdict.Good> checked =
      Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(Duration.ofMinutes(15)).build();

  TokenCheck(PublicKeys keys, TokenProperties properties, Clock clock) {
    this.clock = clock;
    this.decoder =
        NimbusReactiveJwtDecoder.withJwkSource(keys::keysFor)
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .jwtProcessorCustomizer(
                processor ->
                    processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TYPE))))
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(properties.clockSkew()),
            new JwtIssuerValidator(properties.issuer()),
            jwt -> require(hasAudience(jwt), "The token is for another audience"),
            jwt -> require(jwt.getExpiresAt() != null, "The token never expires"),
            jwt -> require(jwt.getSubject() != null, "The token is nobody's")));
  }

  Mono<Verdict> check(String token) {
    Verdict.Good known = checked.getIfPresent(token);
    if (known != null) {
      return Mono.just(clock.instant().isBefore(known.expiresAt()) ? known : BAD);
    }
    return decoder.decode(token).map(jwt -> remember(token, jwt)).onErrorResume(this::verdictOn);
  }

  private Verdict remember(String token, Jwt jwt) {
    Verdict.Good good =
        new Verdict.Good(
            Objects.requireNonNullElse(jwt.getSubject(), ""),
            Objects.requireNonNullElse(jwt.getExpiresAt(), Instant.EPOCH));
    checked.put(token, good);
    return good;
  }

  // When auth-service is away, the services still have its keys: its outage is not everybody's.
  private Mono<Verdict> verdictOn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof KeysUnavailable) {
        log.warn("token passed on unchecked: {}", String.valueOf(cause.getCause()));
        return Mono.just(UNCHECKED);
      }
    }
    return Mono.just(BAD);
  }

  private static boolean hasAudience(Jwt jwt) {
    return Objects.requireNonNullElse(jwt.getAudience(), List.<String>of()).contains(AUDIENCE);
  }

  private static OAuth2TokenValidatorResult require(boolean holds, String otherwise) {
    return holds
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, null));
  }
}
