package io.emporium.shop.registry;

import io.emporium.kit.problem.Refusal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What may be changed about a shop at any time.
///
/// @param paymentMethods names of providers and manual methods; empty means all
/// @param warehousePriority warehouse ids, best first; empty means any. Which warehouses there are
///   is inventory-service's to know, and it passes over those that are not the company's
public record ShopDetails(
    String name,
    ZoneId timeZone,
    @Nullable Address address,
    @Nullable Contact contact,
    List<OpeningHours> openingHours,
    @Nullable Pickup pickup,
    List<FulfilmentMethod> fulfilmentMethods,
    List<String> paymentMethods,
    List<String> warehousePriority) {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  public ShopDetails {
    openingHours = List.copyOf(openingHours);
    fulfilmentMethods = List.copyOf(fulfilmentMethods);
    paymentMethods = List.copyOf(paymentMethods);
    warehousePriority = List.copyOf(warehousePriority);
  }

  /// @throws Refusal invalid, when the details contradict themselves or the world
  void check() {
    OpeningHours.check(openingHours);
    // An offset such as +02:00 knows no summer time, so the shop would open at the wrong hour.
    if (!ZoneId.getAvailableZoneIds().contains(timeZone.getId())) {
      throw Refusal.invalid("/timeZone", "must be an IANA time zone such as Europe/Berlin");
    }
    if (address != null && !COUNTRIES.contains(address.country())) {
      throw Refusal.invalid("/address/country", "must be an ISO 3166-1 code such as DE");
    }
    if (pickup != null && !fulfilmentMethods.contains(FulfilmentMethod.PICKUP)) {
      throw Refusal.invalid("/pickup", "needs pickup among the fulfilment methods");
    }
  }
}
