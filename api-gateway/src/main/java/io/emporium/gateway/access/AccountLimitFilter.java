package io.emporium.gateway.access;

import io.emporium.gateway.edge.EdgeOrder;
import io.emporium.gateway.limit.RateLimits;
import io.emporium.gateway.problem.EdgeRefusal;
import io.emporium.gateway.request.OpenPaths;
import io.emporium.gateway.request.RequestFacts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Who signs in is counted by the account named in the body too. The only place where a body is
/// read here; such bodies are small and must be.
@Component
class AccountLimitFilter implements WebFilter, Ordered {

  private static final int LARGEST_BODY = 16 * 1024;
  private static final int LONGEST_ACCOUNT = 254;
  private static final byte[] NO_BODY = {};

  private final RateLimits limits;
  private final JsonMapper mapper;

  AccountLimitFilter(RateLimits limits, JsonMapper mapper) {
    this.limits = limits;
    this.mapper = mapper;
  }

  @Override
  public int getOrder() {
    return EdgeOrder.ACCOUNT;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    RequestFacts facts = RequestFacts.of(exchange);
    if (exchange.getRequest().getMethod() != HttpMethod.POST
        || !OpenPaths.areForSigningIn(facts.path())) {
      return chain.filter(exchange);
    }
    return DataBufferUtils.join(exchange.getRequest().getBody(), LARGEST_BODY)
        .map(AccountLimitFilter::bytes)
        .defaultIfEmpty(NO_BODY)
        .onErrorMap(DataBufferLimitException.class, _ -> tooLarge())
        .flatMap(
            body -> {
              String account = account(body);
              if (account != null) {
                limits.countAccount(facts.network(), account, exchange.getResponse().getHeaders());
              }
              return chain.filter(exchange.mutate().request(new Reread(exchange, body)).build());
            });
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  // What is no JSON, or names nobody, is auth-service's to refuse.
  private @Nullable String account(byte[] body) {
    try {
      String email = mapper.readTree(body).path("email").asString("").strip();
      return email.isEmpty() || email.length() > LONGEST_ACCOUNT
          ? null
          : email.toLowerCase(Locale.ROOT);
    } catch (JacksonException e) {
      return null;
    }
  }

  private static EdgeRefusal tooLarge() {
    return new EdgeRefusal(
        HttpStatus.CONTENT_TOO_LARGE,
        "body_too_large",
        "The body may have at most " + LARGEST_BODY + " bytes here");
  }

  /// The request with the body that was read from it.
  private static final class Reread extends ServerHttpRequestDecorator {

    private final ServerWebExchange exchange;
    private final byte[] body;

    Reread(ServerWebExchange exchange, byte[] body) {
      super(exchange.getRequest());
      this.exchange = exchange;
      this.body = body;
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return Flux.defer(() -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
    }
  }
}
