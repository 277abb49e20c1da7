package io.emporium.inventory.stock.web;

import io.emporium.inventory.stock.ReceiveStock;
import io.emporium.inventory.stock.StockItem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures are those after the receipt.
record ReceiptResponse(
    String id,
    String warehouseId,
    @Nullable String reference,
    Instant receivedAt,
    List<LineResponse> lines) {

  record LineResponse(String sku, int quantity, long onHand, long reserved, long available) {}

  static ReceiptResponse from(ReceiveStock.Received received) {
    var receipt = received.receipt();
    List<LineResponse> lines =
        receipt.lines().stream()
            .flatMap(
                line ->
                    received.items().stream()
                        .filter(item -> item.sku().equals(line.sku()))
                        .map(item -> line(line.quantity(), item)))
            .toList();
    return new ReceiptResponse(
        receipt.id(), receipt.warehouseId(), receipt.reference(), receipt.receivedAt(), lines);
  }

  private static LineResponse line(int quantity, StockItem item) {
    return new LineResponse(item.sku(), quantity, item.onHand(), item.reserved(), item.available());
  }
}
