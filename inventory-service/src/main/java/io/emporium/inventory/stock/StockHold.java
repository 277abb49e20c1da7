package io.emporium.inventory.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Units that are on hand but promised to an order.
public record StockHold(String orderId, int quantity, Instant expiresAt) {

  static long sum(List<StockHold> holds) {
    return holds.stream().mapToLong(StockHold::quantity).sum();
  }

  static int of(String orderId, List<StockHold> holds) {
    return Math.toIntExact(
        sum(holds.stream().filter(hold -> hold.orderId().equals(orderId)).toList()));
  }

  static List<StockHold> without(String orderId, List<StockHold> holds) {
    List<StockHold> others = new ArrayList<>(holds);
    others.removeIf(hold -> hold.orderId().equals(orderId));
    return others;
  }
}
