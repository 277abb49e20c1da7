package io.emporium.inventory.reservation;

import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.inventory.StockLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an order asks to be held.
///
/// @param lines summed per SKU and sorted by it, so that orders never wait for each other in a ring
/// @param correlationId under which also the sweep speaks of this order
record ReservationRequest(
    String companyId,
    String orderId,
    @Nullable String shopId,
    List<StockLine> lines,
    Instant expiresAt,
    String correlationId) {

  static ReservationRequest of(String companyId, ReserveStock command, String correlationId) {
    if (command.lines().isEmpty()) {
      throw new IllegalArgumentException("no lines to reserve for " + command.orderId());
    }
    return new ReservationRequest(
        companyId,
        command.orderId(),
        command.shopId(),
        summed(command.lines()),
        command.expiresAt(),
        correlationId);
  }

  /// For an order of which nothing but its id has been heard.
  static ReservationRequest unseen(
      String companyId, String orderId, Instant now, String correlationId) {
    return new ReservationRequest(companyId, orderId, null, List.of(), now, correlationId);
  }

  private static List<StockLine> summed(List<StockLine> lines) {
    Map<String, Integer> bySku = new TreeMap<>();
    for (StockLine line : lines) {
      if (line.quantity() <= 0) {
        throw new IllegalArgumentException(line.quantity() + " units of " + line.sku());
      }
      bySku.merge(line.sku(), line.quantity(), Math::addExact);
    }
    return bySku.entrySet().stream()
        .map(entry -> new StockLine(entry.getKey(), entry.getValue()))
        .toList();
  }
}
