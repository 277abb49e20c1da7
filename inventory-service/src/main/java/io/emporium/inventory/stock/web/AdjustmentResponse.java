package io.emporium.inventory.stock.web;

import io.emporium.inventory.stock.AdjustStock;
import io.emporium.inventory.stock.StockItem;

/// Figures are those after the adjustment.
record AdjustmentResponse(
    String id, String sku, String warehouseId, long onHand, long reserved, long available) {

  static AdjustmentResponse from(AdjustStock.Adjusted adjusted) {
    StockItem item = adjusted.item();
    return new AdjustmentResponse(
        adjusted.id(),
        item.sku(),
        item.warehouseId(),
        item.onHand(),
        item.reserved(),
        item.available());
  }
}
