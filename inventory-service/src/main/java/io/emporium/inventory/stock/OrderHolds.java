package io.emporium.inventory.stock;

import io.emporium.inventory.stock.Step.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What orders hold of an item.
///
/// @param open holds, one per order
/// @param sold the last orders whose hold became a sale, to know a repetition
record OrderHolds(List<StockHold> open, List<String> sold) {

  static final OrderHolds NONE = new OrderHolds(List.of(), List.of());

  // Repetitions follow within seconds.
  private static final int REMEMBERED = 50;

  /// @return empty when it was done before
  Optional<Step<OrderHolds>> after(Movement.OfOrder movement) {
    return switch (movement) {
      case Movement.Hold hold -> hold(hold);
      case Movement.Release release -> release(release);
      case Movement.Sale sale -> sell(sale);
    };
  }

  private Optional<Step<OrderHolds>> hold(Movement.Hold hold) {
    long more = hold.quantity() - heldFor(hold.orderId());
    if (more <= 0 || sold.contains(hold.orderId())) {
      return Optional.empty();
    }
    List<StockHold> longer = without(hold.orderId());
    longer.add(new StockHold(hold.orderId(), hold.quantity(), hold.expiresAt()));
    Change change = new Change(MovementKind.HOLD, 0, hold.orderId(), null);
    return Optional.of(Step.of(new OrderHolds(longer, sold), more, change));
  }

  private Optional<Step<OrderHolds>> release(Movement.Release release) {
    if (heldFor(release.orderId()) == 0) {
      return Optional.empty();
    }
    Change change = new Change(MovementKind.RELEASE, 0, release.orderId(), release.reason());
    return Optional.of(Step.of(new OrderHolds(without(release.orderId()), sold), 0, change));
  }

  private Optional<Step<OrderHolds>> sell(Movement.Sale sale) {
    int held = heldFor(sale.orderId());
    if (held == 0 || sold.contains(sale.orderId())) {
      return Optional.empty();
    }
    int leaving = Math.min(held, sale.quantity());
    Change change = new Change(MovementKind.SALE, -leaving, sale.orderId(), null);
    OrderHolds next = new OrderHolds(without(sale.orderId()), remembering(sale.orderId()));
    return Optional.of(Step.of(next, 0, change));
  }

  int heldFor(String orderId) {
    return open.stream()
        .filter(hold -> hold.orderId().equals(orderId))
        .mapToInt(StockHold::quantity)
        .sum();
  }

  long units() {
    return open.stream().mapToLong(StockHold::quantity).sum();
  }

  private List<StockHold> without(String orderId) {
    List<StockHold> others = new ArrayList<>(open);
    others.removeIf(hold -> hold.orderId().equals(orderId));
    return others;
  }

  private List<String> remembering(String orderId) {
    List<String> longer = new ArrayList<>(sold);
    longer.add(orderId);
    return longer.size() <= REMEMBERED ? longer : longer.subList(1, longer.size());
  }
}
