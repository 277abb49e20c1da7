package io.emporium.gateway.routing;

import java.io.IOException;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Asks again where the connection failed and asking changes nothing: GET and HEAD. The framework's
/// own filter would collect every body of the route for it.
final class RetryFilter implements GatewayFilter {

  private static final int RETRIES = 2;
  private static final Duration PAUSE = Duration.ofMillis(100);

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    HttpMethod method = exchange.getRequest().getMethod();
    if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
      return chain.filter(exchange);
    }
    return chain
        .filter(exchange)
        .retryWhen(
            Retry.backoff(RETRIES, PAUSE)
                .filter(
                    failure ->
                        failure instanceof IOException && !exchange.getResponse().isCommitted())
                .doBeforeRetry(_ -> ServerWebExchangeUtils.reset(exchange))
                .onRetryExhaustedThrow((_, signal) -> signal.failure()));
  }
}
