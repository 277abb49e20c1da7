package io.emporium.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Stops asking a service that does not answer. Its own refusals, 503 included, are answers.
final class BreakerFilter implements GatewayFilter {

  private final CircuitBreaker breaker;

  BreakerFilter(CircuitBreaker breaker) {
    this.breaker = breaker;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    // A WebSocket lasts for hours and would hold a trial call of a half-open breaker for as long.
    if (Upgrades.isAskedFor(exchange)) {
      return chain.filter(exchange);
    }
    return chain.filter(exchange).transformDeferred(CircuitBreakerOperator.of(breaker));
  }
}
