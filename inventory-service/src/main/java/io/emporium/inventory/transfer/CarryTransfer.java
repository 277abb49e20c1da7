package io.emporium.inventory.transfer;

import io.emporium.events.inventory.Shortage;
import io.emporium.inventory.stock.InsufficientStock;
import io.emporium.inventory.stock.Movement;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockItems;
import io.emporium.inventory.stock.StockKey;
import io.emporium.inventory.stock.Transit;
import io.emporium.inventory.stock.TransitMovement;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Does the work on the stock that a transfer has decided on, item by item in sorted order, until
/// nothing is under way. Every write may be the last before a crash; the sweep begins here again,
/// and what was done before is found on the items.
@Component
class CarryTransfer {

  private static final int MOST_STEPS = 10;

  private final AggregateStore<Transfer> store;
  private final AggregateStore<Warehouse> warehouses;
  private final StockItems stock;
  private final Clock clock;

  CarryTransfer(
      AggregateStore<Transfer> store,
      AggregateStore<Warehouse> warehouses,
      StockItems stock,
      Clock clock) {
    this.store = store;
    this.warehouses = warehouses;
    this.stock = stock;
    this.clock = clock;
  }

  /// @param transfer used up by this: go on with what is returned
  Transfer handle(Transfer transfer) {
    Transfer current =
        transfer.status() == TransferStatus.PICKING
            ? store.change(transfer, it -> it.takeOver(now()))
            : transfer;
    int attempt = current.attempt();
    for (int step = 0; current.status().isUnderWay(); step++) {
      if (step == MOST_STEPS) {
        throw new Refusal(
            Category.UNAVAILABLE, "stock_contended", "Too many others want the same units");
      }
      if (current.attempt() != attempt) {
        throw current.busy();
      }
      current = advance(current);
    }
    return current;
  }

  private Transfer advance(Transfer current) {
    return switch (current.status()) {
      case PICKING -> pick(current);
      case UNPICKING -> unpick(current);
      case DISPATCHING -> dispatch(current);
      case BOOKING -> book(current);
      case RETURNING -> giveBack(current);
      case DRAFT, SUBMITTED, APPROVED, REJECTED, SHIPPED, PARTLY_RECEIVED, RECEIVED, CANCELLED ->
          current;
    };
  }

  private Transfer pick(Transfer current) {
    int attempt = current.attempt();
    for (TransferLine line : current.lines()) {
      var pick = new TransitMovement.Pick(current.id(), attempt, line.quantity());
      Optional<StockItem> item = find(source(current, line));
      if (item.isEmpty() || !picked(item.get(), pick)) {
        List<Shortage> shortages = shortages(current);
        // None is short any more when the units have come back in this moment: it is tried again.
        return shortages.isEmpty()
            ? current
            : unlessLate(
                attempt, store.change(current, it -> it.fallShort(attempt, shortages, now())));
      }
    }
    return unlessLate(attempt, done(current));
  }

  // It went on or was ended elsewhere while units were set aside here: they go back.
  private Transfer unlessLate(int attempt, Transfer after) {
    if (attempt <= after.lastVainAttempt()) {
      putBack(after, attempt);
    }
    return after;
  }

  private boolean picked(StockItem item, TransitMovement.Pick pick) {
    try {
      var _ = stock.move(item, pick);
      return true;
    } catch (InsufficientStock _) {
      return false;
    }
  }

  private List<Shortage> shortages(Transfer current) {
    List<Shortage> shortages = new ArrayList<>();
    for (TransferLine line : current.lines()) {
      long available =
          find(source(current, line))
              .map(item -> item.available() + pickedBefore(item, current))
              .orElse(0L);
      if (available < line.quantity()) {
        shortages.add(new Shortage(line.sku(), line.quantity(), available));
      }
    }
    return shortages;
  }

  private static int pickedBefore(StockItem item, Transfer transfer) {
    return item.transit().picked(transfer.id()).map(Transit.Picked::quantity).orElse(0);
  }

  private Transfer unpick(Transfer current) {
    putBack(current, current.attempt());
    return done(current);
  }

  private void putBack(Transfer transfer, int upToAttempt) {
    for (TransferLine line : transfer.lines()) {
      Optional<StockItem> item = find(source(transfer, line));
      if (item.isPresent()) {
        var _ = stock.move(item.get(), new TransitMovement.Unpick(transfer.id(), upToAttempt));
      }
    }
  }

  private Transfer dispatch(Transfer current) {
    String target = warehouses.get(Scope.company(current.owner()), current.toWarehouseId()).name();
    for (TransferLine line : current.lines()) {
      var _ =
          stock.move(
              source(current, line), new TransitMovement.Depart(current.id(), current.attempt()));
      var _ =
          stock.move(
              stock.ensure(target(current, line), target),
              new TransitMovement.Expect(current.id(), line.quantity()));
    }
    return done(current);
  }

  private Transfer book(Transfer current) {
    Delivery delivery = current.freight().deliveries().getLast();
    String reason = Objects.requireNonNullElse(delivery.reason(), "");
    for (Delivery.Line line : delivery.lines()) {
      StockKey key = new StockKey(current.owner(), current.toWarehouseId(), line.sku());
      var _ =
          stock.move(
              key,
              new TransitMovement.Arrive(
                  current.id(),
                  delivery.id(),
                  line.good(),
                  line.damaged(),
                  line.missing(),
                  line.surplus(),
                  reason));
    }
    return done(current);
  }

  private Transfer giveBack(Transfer current) {
    for (TransferLine line : current.lines()) {
      if (line.open() > 0) {
        var _ = stock.move(target(current, line), new TransitMovement.StillComing(current.id(), 0));
        var _ =
            stock.move(
                source(current, line),
                Movement.calledBack(current.id(), line.open(), reason(current.reason())));
      }
    }
    return done(current);
  }

  private Transfer done(Transfer current) {
    TransferStatus status = current.status();
    int attempt = current.attempt();
    return store.change(current, it -> it.carried(status, attempt, now()));
  }

  // The work belongs to the request that began it, also when the sweep does it.
  private Act now() {
    return Act.now(clock.instant());
  }

  private Optional<StockItem> find(StockKey key) {
    return stock.findAll(key.companyId(), List.of(key)).stream().findFirst();
  }

  private static String reason(@Nullable String why) {
    return "transfer cancelled: " + why;
  }

  private static StockKey source(Transfer transfer, TransferLine line) {
    return new StockKey(transfer.owner(), transfer.fromWarehouseId(), line.sku());
  }

  private static StockKey target(Transfer transfer, TransferLine line) {
    return new StockKey(transfer.owner(), transfer.toWarehouseId(), line.sku());
  }
}
