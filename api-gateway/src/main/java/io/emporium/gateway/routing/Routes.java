package io.emporium.gateway.routing;

import io.emporium.gateway.problem.EdgeRefusal;
import io.emporium.gateway.routing.RoutingProperties.Breaker;
import io.emporium.gateway.routing.RoutingProperties.Service;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;

/// One route per service for its paths, and one for its API description.
@Configuration(proxyBeanMethods = false)
class Routes {

  @Bean
  CircuitBreakerRegistry circuitBreakers(RoutingProperties properties, MeterRegistry meters) {
    Breaker breaker = properties.breaker();
    CircuitBreakerRegistry registry =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowSize(breaker.calls())
                .minimumNumberOfCalls(breaker.calls() / 2)
                .failureRateThreshold(breaker.failurePercent())
                .waitDurationInOpenState(breaker.rest())
                .permittedNumberOfCallsInHalfOpenState(5)
                .ignoreException(Routes::isOfTheClient)
                .build());
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    return registry;
  }

  @Bean
  RouteLocator serviceRoutes(
      RouteLocatorBuilder builder, RoutingProperties properties, CircuitBreakerRegistry breakers) {
    RouteLocatorBuilder.Builder routes = builder.routes();
    RetryFilter retry = new RetryFilter();
    for (Destination destination : Destination.values()) {
      Service service = properties.service(destination);
      BreakerFilter breaker = new BreakerFilter(breakers.circuitBreaker(destination.serviceName()));
      routes.route(
          destination.serviceName(),
          route ->
              route
                  .path(destination.paths().toArray(String[]::new))
                  .filters(filters -> guarded(filters, retry, breaker))
                  .metadata(
                      RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR,
                      Math.toIntExact(service.timeout().toMillis()))
                  .metadata(
                      RouteMetadataUtils.CONNECT_TIMEOUT_ATTR,
                      Math.toIntExact(properties.connectTimeout().toMillis()))
                  .uri(service.url()));
      routes.route(
          destination.serviceName() + "-docs",
          route ->
              route
                  .path("/v3/api-docs/" + destination.serviceName())
                  .filters(filters -> guarded(filters, retry, breaker).setPath("/v3/api-docs"))
                  .metadata(
                      RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR,
                      Math.toIntExact(service.timeout().toMillis()))
                  .uri(service.url()));
    }
    return routes.build();
  }

  // Outermost first: each attempt is counted. Without an order they would come after the call.
  private static GatewayFilterSpec guarded(
      GatewayFilterSpec filters, RetryFilter retry, BreakerFilter breaker) {
    return filters.filter(retry, 1).filter(breaker, 2);
  }

  private static boolean isOfTheClient(Throwable failure) {
    return failure instanceof EdgeRefusal
        || failure instanceof AbortedException
        || (failure instanceof ResponseStatusException answer
            && answer.getStatusCode().is4xxClientError());
  }
}
