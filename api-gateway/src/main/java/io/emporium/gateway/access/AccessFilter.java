package io.emporium.gateway.access;

import io.emporium.gateway.access.TokenCheck.Verdict;
import io.emporium.gateway.edge.EdgeOrder;
import io.emporium.gateway.limit.RateLimits;
import io.emporium.gateway.problem.EdgeRefusal;
import io.emporium.gateway.request.OpenPaths;
import io.emporium.gateway.request.RequestFacts;
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
    RequestFacts facts = RequestFacts.of(exchange);
    if (facts.path().startsWith("/health")) {
      return chain.filter(exchange);
    }
    String token = token(exchange.getRequest().getHeaders());
    if (token == null || OpenPaths.include(facts.path())) {
      count(exchange, facts, TokenCheck.UNCHECKED);
      return chain.filter(exchange);
    }
    return tokens
        .check(token)
        .flatMap(
            verdict -> {
              count(exchange, facts, verdict);
              return verdict instanceof Verdict.Bad
                  ? Mono.error(badToken())
                  : chain.filter(exchange);
            });
  }

  private void count(ServerWebExchange exchange, RequestFacts facts, Verdict verdict) {
    HttpHeaders answer = exchange.getResponse().getHeaders();
    if (OpenPaths.areForSigningIn(facts.path())) {
      limits.countSignIn(facts.network(), answer);
    } else {
      limits.count(
          verdict instanceof Verdict.Good good ? "user:" + good.userId() : facts.network(), answer);
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
            "A valid access token is needed: sign in and send it as 'Authorization: Bearer …'")
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }
}
