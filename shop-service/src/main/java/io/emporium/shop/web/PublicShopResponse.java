package io.emporium.shop.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.emporium.shop.directory.PublicShop;
import io.emporium.shop.registry.ShopDetails;
import io.emporium.shop.registry.ShopStatus;
import java.util.List;

/// A shop as anybody sees it.
record PublicShopResponse(
    String id,
    String companyId,
    String slug,
    ShopStatus status,
    @JsonUnwrapped ShopDetails details) {

  static PublicShopResponse from(PublicShop shop) {
    return new PublicShopResponse(
        shop.id(),
        shop.companyId(),
        shop.slug(),
        ShopStatus.OPEN,
        new ShopDetails(
            shop.name(),
            shop.timeZone(),
            shop.address(),
            shop.contact(),
            shop.openingHours(),
            shop.pickup(),
            shop.fulfilmentMethods(),
            shop.paymentMethods(),
            List.of()));
  }
}
