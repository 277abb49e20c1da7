package io.emporium.gateway.routing;

import io.emporium.gateway.problem.EdgeRefusal;
import io.emporium.gateway.routing.RoutingProperties.Breaker;
import io.emporium.gateway.routing.RoutingProperties.Service;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelException;
import io.netty.handler.timeout.TimeoutException;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
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

  private static final int LEFT_TO_THE_PULSE = -1;
  private static final Duration STALLED = Duration.ofSeconds(60);
  private static final long TICK_MILLIS = 50;

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

  // A wheel that turns by itself: a queue of deadlines would wake its thread for nearly every call.
  @Bean(destroyMethod = "stop")
  HashedWheelTimer callTimer() {
    return new HashedWheelTimer(
        new DefaultThreadFactory("call-timer", true), TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Bean
  RouteLocator serviceRoutes(
      RouteLocatorBuilder builder,
      RoutingProperties properties,
      CircuitBreakerRegistry breakers,
      HashedWheelTimer timer) {
    RouteLocatorBuilder.Builder routes = builder.routes();
    RetryFilter retry = new RetryFilter();
    for (Destination destination : Destination.values()) {
      Service service = properties.service(destination);
      BreakerFilter breaker = new BreakerFilter(breakers.circuitBreaker(destination.serviceName()));
      PulseFilter pulse = new PulseFilter(new Pulse(service.url()), service.timeout(), timer);
      routes.route(
          destination.routeId(),
          route ->
              route
                  .path(below(destination))
                  .filters(filters -> guarded(filters, retry, breaker, pulse))
                  .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, LEFT_TO_THE_PULSE)
                  .uri(service.url()));
      routes.route(
          destination.docsRouteId(),
          route ->
              route
                  .path(destination.docsPath())
                  .filters(
                      filters -> guarded(filters, retry, breaker, pulse).setPath("/v3/api-docs"))
                  .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, LEFT_TO_THE_PULSE)
                  .uri(service.url()));
    }
    return routes.build();
  }

  // The framework makes it only together with its own call filter, which ServiceCalls replaces.
  @Bean
  NettyWriteResponseFilter answers(
      GatewayProperties properties, ObjectProvider<List<HttpHeadersFilter>> headers) {
    return new NettyWriteResponseFilter(properties.getStreamingMediaTypes(), headers);
  }

  // A service that stops in the middle of its answer.
  @Bean
  HttpClientCustomizer stalledAnswers() {
    return client -> client.responseTimeout(STALLED);
  }

  private static String[] below(Destination destination) {
    return destination.prefixes().stream().map(prefix -> prefix + "/**").toArray(String[]::new);
  }

  // Outermost first: each attempt is counted, and a call that is given up is a failure. Without an
  // order they would come after the call.
  private static GatewayFilterSpec guarded(
      GatewayFilterSpec filters, RetryFilter retry, BreakerFilter breaker, PulseFilter pulse) {
    return filters.filter(retry, 1).filter(breaker, 2).filter(pulse, 3);
  }

  // Else a client could close a service to all others: by bodies that are too large or too slow.
  private static boolean isOfTheClient(Throwable failure) {
    return failure instanceof EdgeRefusal
        || failure instanceof AbortedException
        || (failure instanceof ChannelException && !(failure instanceof TimeoutException))
        || (failure instanceof ResponseStatusException answer
            && answer.getStatusCode().is4xxClientError());
  }
}
