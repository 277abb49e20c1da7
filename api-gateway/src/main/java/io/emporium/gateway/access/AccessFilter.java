package io.emporium.gateway.access;

import io.emporium.gateway.access.TokenCheck.Verdict;
import io.emporium.gateway.edge.EdgeOrder;
import io.emporium.gateway.edge.OpenPaths;
import io.emporium.gateway.edge.RequestFacts;
import io.emporium.gateway.limit.RateLimits;
import io.emporium.gateway.problem.EdgeRefusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Checks the token where there is one, and counts the request for its user, else for its address.
/// A request without a token goes on: the services say what is public.
@Component
class AccessFilter implements WebFilter, Ordered {

  private static final String SCHEME = "Bearer ";

  private final TokenCheck tokens;
  private final RateLimits limits;

  AccessFilter(TokenCheck tokens, RateLimits limits) {
    this.tokens = tokens;
    this.limits = limits;
  }

  @Override
  public int getOrder() {
    return EdgeOrder.ACCESS;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    if (path.startsWith("/health")) {
      return chain.filter(exchange);
    }
    String token = token(exchange.getRequest().getHeaders());
    if (token == null || OpenPaths.include(path)) {
      count(exchange, path, TokenCheck.UNCHECKED);
      return chain.filter(exchange);
    }
    return tokens
        .check(token)
        .flatMap(
            verdict -> {
              count(exchange, path, verdict);
              return verdict instanceof Verdict.Bad
                  ? Mono.error(badToken())
                  : chain.filter(exchange);
            });
  }

  private void count(ServerWebExchange exchange, String path, Verdict verdict) {
    String address = RequestFacts.of(exchange).clientAddress();
    String who = verdict instanceof Verdict.Good good ? "user:" + good.userId() : address;
    if (OpenPaths.areForSigningIn(path)) {
      limits.countSignIn(address, exchange.getResponse().getHeaders());
    } else {
      limits.count(who, exchange.getResponse().getHeaders());
    }
  }

  private static @Nullable String token(HttpHeaders headers) {
    String header = headers.getFirst(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : null;
  }

  private static EdgeRefusal badToken() {
    return new EdgeRefusal(
        HttpStatus.UNAUTHORIZED,
        "unauthenticated",
        "A valid access token is needed: sign in and send it as 'Authorization: Bearer …'",
        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
  }
}
