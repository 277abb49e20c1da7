package io.emporium.inventory.stock.web;

import io.emporium.inventory.stock.Availability;
import io.emporium.inventory.stock.StockItem;

/// Stock as seen from outside.
sealed interface StockView {

  /// For the people of the company.
  record Figures(
      String sku,
      String warehouseId,
      String warehouseName,
      long onHand,
      long reserved,
      long available,
      long incoming,
      long threshold,
      Availability availability,
      long version)
      implements StockView {}

  /// For everybody else: how many there are is nobody's business.
  record Hint(String sku, String warehouseId, Availability availability) implements StockView {}

  static StockView figures(StockItem item) {
    return new Figures(
        item.sku(),
        item.warehouseId(),
        item.warehouseName(),
        item.onHand(),
        item.reserved(),
        item.available(),
        item.incoming(),
        item.threshold(),
        item.availability(),
        item.version());
  }

  static StockView hint(StockItem item) {
    return new Hint(item.sku(), item.warehouseId(), item.availability());
  }
}
