package io.emporium.inventory.transfer;

import io.emporium.events.inventory.StockLine;
import io.emporium.kit.problem.Refusal;
import java.util.List;
import java.util.stream.Stream;

/// The goods of a transfer, and how they have arrived so far.
///
/// @param lines one per SKU, sorted by it
/// @param deliveries oldest first
public record Freight(List<TransferLine> lines, List<Delivery> deliveries) {

  private static final int MOST_DELIVERIES = 50;

  static Freight of(TransferPlan plan) {
    return new Freight(
        plan.lines().stream().map(line -> TransferLine.of(line.sku(), line.quantity())).toList(),
        List.of());
  }

  boolean knows(String deliveryId) {
    return deliveries.stream().anyMatch(delivery -> delivery.id().equals(deliveryId));
  }

  Freight delivered(String deliveryId, Delivery.Count count, Act act) {
    if (deliveries.size() == MOST_DELIVERIES) {
      throw Refusal.rule(
          "too_many_deliveries",
          "A transfer arrives in at most " + MOST_DELIVERIES + " parts; end it with `last`");
    }
    Delivery delivery = Delivery.of(deliveryId, count, lines, act);
    return new Freight(
        lines.stream().map(line -> with(line, delivery)).toList(),
        Stream.concat(deliveries.stream(), Stream.of(delivery)).toList());
  }

  Freight givenBack() {
    return new Freight(lines.stream().map(TransferLine::givenBack).toList(), deliveries);
  }

  boolean isComplete() {
    return lines.stream().allMatch(line -> line.open() == 0);
  }

  /// What was sent.
  List<StockLine> sent() {
    return lines.stream().map(line -> new StockLine(line.sku(), line.quantity())).toList();
  }

  /// What the last delivery has put on the shelf.
  List<StockLine> lastGood() {
    return deliveries.getLast().lines().stream()
        .filter(line -> line.good() > 0)
        .map(line -> new StockLine(line.sku(), line.good()))
        .toList();
  }

  private static TransferLine with(TransferLine line, Delivery delivery) {
    return delivery.lines().stream()
        .filter(part -> part.sku().equals(line.sku()))
        .findFirst()
        .map(line::with)
        .orElse(line);
  }
}
