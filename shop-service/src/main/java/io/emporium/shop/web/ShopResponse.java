package io.emporium.shop.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.emporium.shop.registry.Shop;
import io.emporium.shop.registry.ShopDetails;
import io.emporium.shop.registry.ShopStatus;
import java.time.Instant;

/// A shop as its own people see it.
record ShopResponse(
    String id,
    String companyId,
    String slug,
    ShopStatus status,
    @JsonUnwrapped ShopDetails details,
    Instant createdAt,
    long version) {

  static ShopResponse from(Shop shop) {
    return new ShopResponse(
        shop.id(),
        shop.company(),
        shop.slug(),
        shop.status(),
        shop.details(),
        shop.createdAt(),
        shop.version());
  }
}
