package io.emporium.inventory.stock;

import io.emporium.inventory.stock.Step.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What orders hold of an item.
///
/// An order may come back after its units were given back, and workers that stand still may wake up
/// late. So every hold carries the attempt that took it: a release reaches attempts up to its own,
/// never a later one, and a sale takes the hold of exactly its attempt. That attempt is over for
/// whoever takes and closed to whoever gives back by the time it is sold, hence a hold that is not
/// there has been sold already.
///
/// @param open holds, one per order
record OrderHolds(List<StockHold> open) {

  static final OrderHolds NONE = new OrderHolds(List.of());

  /// @return empty when it was done before, or comes too late
  Optional<Step<OrderHolds>> after(Movement.OfOrder movement) {
    return switch (movement) {
      case Movement.Hold hold -> hold(hold);
      case Movement.Release release -> release(release);
      case Movement.Sale sale -> sell(sale);
    };
  }

  private Optional<Step<OrderHolds>> hold(Movement.Hold hold) {
    StockHold wanted =
        new StockHold(hold.orderId(), hold.attempt(), hold.quantity(), hold.expiresAt());
    int before = 0;
    Optional<StockHold> known = of(hold.orderId());
    if (known.isPresent()) {
      if (known.get().attempt() > hold.attempt()
          || known.get().attempt() == hold.attempt() && known.get().quantity() >= hold.quantity()) {
        return Optional.empty();
      }
      before = known.get().quantity();
    }
    int more = hold.quantity() - before;
    // Taking over what an earlier attempt holds changes no figure.
    List<Change> changes =
        more == 0 ? List.of() : List.of(new Change(MovementKind.HOLD, 0, hold.orderId(), null));
    return Optional.of(new Step<>(with(wanted), more, changes));
  }

  private Optional<Step<OrderHolds>> release(Movement.Release release) {
    if (of(release.orderId()).filter(it -> it.attempt() <= release.upToAttempt()).isEmpty()) {
      return Optional.empty();
    }
    Change change = new Change(MovementKind.RELEASE, 0, release.orderId(), release.reason());
    return Optional.of(Step.of(without(release.orderId()), 0, change));
  }

  private Optional<Step<OrderHolds>> sell(Movement.Sale sale) {
    Optional<StockHold> sold = of(sale.orderId()).filter(hold -> hold.attempt() == sale.attempt());
    if (sold.isEmpty()) {
      return Optional.empty();
    }
    if (sold.get().quantity() < sale.quantity()) {
      throw new UnsoundStock(
          "order %s sells %d units and holds %d"
              .formatted(sale.orderId(), sale.quantity(), sold.get().quantity()));
    }
    Change change = new Change(MovementKind.SALE, -sale.quantity(), sale.orderId(), null);
    return Optional.of(Step.of(without(sale.orderId()), 0, change));
  }

  Optional<StockHold> of(String orderId) {
    return open.stream().filter(hold -> hold.orderId().equals(orderId)).findFirst();
  }

  long units() {
    return open.stream().mapToLong(StockHold::quantity).sum();
  }

  private OrderHolds with(StockHold hold) {
    List<StockHold> longer = new ArrayList<>(without(hold.orderId()).open());
    longer.add(hold);
    return new OrderHolds(List.copyOf(longer));
  }

  private OrderHolds without(String orderId) {
    return new OrderHolds(open.stream().filter(hold -> !hold.orderId().equals(orderId)).toList());
  }
}
