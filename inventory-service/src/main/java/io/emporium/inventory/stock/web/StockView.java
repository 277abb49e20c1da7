package io.emporium.inventory.stock.web;

import io.emporium.inventory.stock.Availability;
import io.emporium.inventory.stock.StockItem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Stock as seen from outside.
sealed interface StockView {

  /// For the people of the company.
  ///
  /// @param productId null for a SKU that the catalogue does not know
  record Figures(
      String sku,
      @Nullable String productId,
      String warehouseId,
      String warehouseName,
      long onHand,
      long reserved,
      long available,
      long incoming,
      long threshold,
      Availability availability,
      @Nullable Instant updatedAt,
      long version)
      implements StockView {}

  /// For everybody else: how many there are is nobody's business.
  record Hint(String sku, String warehouseId, Availability availability) implements StockView {}

  static StockView figures(StockItem item, @Nullable String productId) {
    return new Figures(
        item.sku(),
        productId,
        item.warehouseId(),
        item.warehouseName(),
        item.onHand(),
        item.reserved(),
        item.available(),
        item.incoming(),
        item.threshold(),
        item.availability(),
        item.updatedAt(),
        item.version());
  }

  static StockView hint(StockItem item) {
    return new Hint(item.sku(), item.warehouseId(), item.availability());
  }
}
