package io.emporium.shop.registry;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be changed about a shop at any time.
///
/// @param paymentMethods names of providers and manual methods; empty means all
/// @param warehousePriority warehouse ids, best first; empty means any
public record ShopDetails(
    String name,
    ZoneId timeZone,
    @Nullable Address address,
    @Nullable Contact contact,
    List<OpeningHours> openingHours,
    List<FulfilmentMethod> fulfilmentMethods,
    List<String> paymentMethods,
    List<String> warehousePriority) {

  public ShopDetails {
    openingHours = List.copyOf(openingHours);
    fulfilmentMethods = List.copyOf(fulfilmentMethods);
    paymentMethods = List.copyOf(paymentMethods);
    warehousePriority = List.copyOf(warehousePriority);
  }
}
