package io.emporium.gateway.routing;

import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

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
    return attempt(exchange, chain, RETRIES);
  }

  private static Mono<Void> attempt(
      ServerWebExchange exchange, GatewayFilterChain chain, int retriesLeft) {
    return chain
        .filter(exchange)
        .onErrorResume(
            failure ->
                retriesLeft > 0 && isWorthIt(exchange, failure)
                    ? Mono.delay(PAUSE).then(Mono.defer(() -> again(exchange, chain, retriesLeft)))
                    : Mono.error(failure));
  }

  private static Mono<Void> again(
      ServerWebExchange exchange, GatewayFilterChain chain, int retriesLeft) {
    ServerWebExchangeUtils.reset(exchange);
    return attempt(exchange, chain, retriesLeft - 1);
  }

  // A host that swallows packets will do so again, and the client has waited long already.
  private static boolean isWorthIt(ServerWebExchange exchange, Throwable failure) {
    return failure instanceof IOException
        && !(failure instanceof ConnectTimeoutException)
        && !exchange.getResponse().isCommitted();
  }
}
