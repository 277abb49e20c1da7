package io.emporium.websocket.topic.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

/// The one call of sales-service that is needed here.
interface SalesApi {

  @GetExchange("/api/orders/{id}")
  Order order(
      @PathVariable String id, @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Order(@Nullable String companyId, @Nullable String shopId, @Nullable String customerId) {}
}
