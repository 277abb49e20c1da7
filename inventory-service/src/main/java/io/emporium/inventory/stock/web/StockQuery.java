package io.emporium.inventory.stock.web;

import io.emporium.inventory.stock.Availability;
import io.emporium.inventory.stock.FindStock;
import io.emporium.kit.problem.Refusal;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Parameters of the list.
///
/// @param status `in`, `low` or `out`
/// @param updatedSince ISO-8601, in UTC
record StockQuery(
    @Nullable String sku,
    @Nullable String productId,
    @Nullable String warehouse,
    @Nullable String shop,
    @Nullable String status,
    @Nullable Instant updatedSince) {

  FindStock.Filter toFilter() {
    return new FindStock.Filter(
        sku, productId, warehouse, shop, availability(status), updatedSince);
  }

  private static @Nullable Availability availability(@Nullable String status) {
    if (status == null) {
      return null;
    }
    return Arrays.stream(Availability.values())
        .filter(value -> value.name().equalsIgnoreCase(status))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("status", "must be in, low or out"));
  }
}
