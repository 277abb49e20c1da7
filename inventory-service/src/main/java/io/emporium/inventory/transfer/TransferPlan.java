package io.emporium.inventory.transfer;

import io.emporium.events.inventory.StockLine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is to be moved, from where to where.
///
/// @param lines summed per SKU and sorted by it, so that two transfers never wait for each other in
///   a ring
public record TransferPlan(
    String fromWarehouseId, String toWarehouseId, List<StockLine> lines, @Nullable String note) {

  public TransferPlan {
    Map<String, Integer> bySku = new TreeMap<>();
    lines.forEach(line -> bySku.merge(line.sku(), line.quantity(), Math::addExact));
    lines =
        bySku.entrySet().stream()
            .map(entry -> new StockLine(entry.getKey(), entry.getValue()))
            .toList();
  }
}
