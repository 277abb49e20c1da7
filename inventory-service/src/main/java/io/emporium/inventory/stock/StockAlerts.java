package io.emporium.inventory.stock;

import io.emporium.events.notification.CriticalAlert;
import java.util.Map;

/// What people read when stock runs short.
final class StockAlerts {

  private StockAlerts() {}

  static CriticalAlert low(StockItem item) {
    boolean out = item.available() == 0;
    String message =
        out
            ? "No units of %s are left to sell in %s.".formatted(item.sku(), item.warehouseName())
            : "Only %d of %s are left to sell in %s (threshold %d)."
                .formatted(item.available(), item.sku(), item.warehouseName(), item.threshold());
    return new CriticalAlert(
        null,
        "low_stock",
        (out ? "Out of stock: " : "Low stock: ") + item.sku(),
        message,
        Map.of(
            "sku", item.sku(),
            "warehouseId", item.warehouseId(),
            "warehouse", item.warehouseName(),
            "available", Long.toString(item.available()),
            "threshold", Long.toString(item.threshold())));
  }
}
