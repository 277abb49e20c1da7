package io.emporium.gateway.edge;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
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
            "X-Cart-Id",
            EdgeFilter.CORRELATION_ID));
    allowed.setExposedHeaders(
        List.of(
            "ETag",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            EdgeFilter.CORRELATION_ID));
    allowed.setMaxAge(Duration.ofHours(1));
    UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
    everywhere.registerCorsConfiguration("/**", allowed);
    return new CorsWebFilter(everywhere);
  }
}
