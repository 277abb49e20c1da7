package io.emporium.gateway.edge;

import io.emporium.gateway.problem.EdgeRefusal;
import io.emporium.gateway.request.RequestFacts;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/// Which web pages may call, by the settings. Tokens travel in a header, so no cookie is ever
/// allowed.
@Configuration(proxyBeanMethods = false)
class CrossOrigin {

  @Bean
  @Order(EdgeOrder.CORS)
  WebFilter crossOriginFilter(EdgeProperties properties) {
    if (properties.allowedOrigins().isEmpty()) {
      return (exchange, chain) -> chain.filter(exchange);
    }
    CorsConfiguration allowed = new CorsConfiguration();
    allowed.setAllowedOrigins(properties.allowedOrigins());
    allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    allowed.setAllowedHeaders(
        List.of(
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "X-Cart-Id",
            "traceparent",
            EdgeFilter.CORRELATION_ID));
    allowed.setExposedHeaders(
        List.of(
            "Content-Disposition",
            "ETag",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            EdgeFilter.CORRELATION_ID));
    allowed.setMaxAge(Duration.ofHours(1));
    UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
    everywhere.registerCorsConfiguration("/**", allowed);
    return new CorsWebFilter(everywhere, new Origins());
  }

  private static final class Origins extends DefaultCorsProcessor {

    // Our own page behind a proxy that ends TLS is no stranger, though the port here speaks http.
    @Override
    public boolean process(@Nullable CorsConfiguration allowed, ServerWebExchange exchange) {
      HttpHeaders headers = exchange.getRequest().getHeaders();
      String origin = headers.getOrigin();
      String own = RequestFacts.of(exchange).scheme() + "://" + headers.getFirst(HttpHeaders.HOST);
      return origin == null || origin.equals(own) || super.process(allowed, exchange);
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
      throw new EdgeRefusal(
          HttpStatus.FORBIDDEN,
          "origin_not_allowed",
          "Pages of this origin may not call, or not in this way");
    }
  }
}
