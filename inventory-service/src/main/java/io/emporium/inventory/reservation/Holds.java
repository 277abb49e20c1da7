package io.emporium.inventory.reservation;

import io.emporium.events.inventory.HeldLine;
import io.emporium.events.inventory.Shortage;
import io.emporium.events.inventory.StockLine;
import io.emporium.inventory.replica.ShopDirectory;
import io.emporium.inventory.replica.ShopReplica;
import io.emporium.inventory.stock.Movement;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockItems;
import io.emporium.inventory.stock.StockKey;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.inventory.warehouse.WarehouseDirectory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes, turns into sales, and gives back what a reservation holds, item by item. Each part can be
/// repeated: what was done before is found on the items.
@Component
class Holds {

  /// How taking ended.
  sealed interface Taken {
    record All(List<HeldLine> lines) implements Taken {}

    record Short(Shortfall shortfall) implements Taken {}

    /// Another worker is at it now.
    record Overtaken() implements Taken {}

    /// Whether units may be held under this attempt now.
    default boolean holdsSome() {
      return switch (this) {
        case All _, Overtaken _ -> true;
        case Short(var shortfall) -> shortfall.someTaken();
      };
    }
  }

  private final StockItems stock;
  private final TakeLine takeLine;
  private final WarehouseDirectory warehouses;
  private final ShopDirectory shops;

  Holds(StockItems stock, TakeLine takeLine, WarehouseDirectory warehouses, ShopDirectory shops) {
    this.stock = stock;
    this.takeLine = takeLine;
    this.warehouses = warehouses;
    this.shops = shops;
  }

  Taken take(Reservation reservation) {
    List<Warehouse> known = warehouses.of(reservation.owner());
    Taken taken = takeFrom(reservation, order(reservation, known));
    if (taken instanceof Taken.Short) {
      // A warehouse opened a moment ago elsewhere may have what is missing.
      List<Warehouse> fresh = warehouses.fresh(reservation.owner());
      return fresh.size() == known.size()
          ? taken
          : takeFrom(reservation, order(reservation, fresh));
    }
    return taken;
  }

  /// Every line leaves once, however many workers sell: its hold is gone then.
  void sell(Reservation reservation) {
    for (HeldLine line : reservation.held()) {
      var _ =
          stock.move(
              key(reservation, line),
              new Movement.Sale(reservation.orderId(), reservation.attempt(), line.quantity()));
    }
  }

  /// What was held, of this attempt and of those before it.
  void giveBack(Reservation reservation) {
    release(
        reservation, reservation.attempt(), reservation.releaseReason(), whereHeld(reservation));
  }

  /// What a worker has taken that was overtaken.
  void giveBack(Reservation reservation, int upToAttempt) {
    release(reservation, upToAttempt, "overtaken", whereHoldsMayBe(reservation));
  }

  private void release(
      Reservation reservation, int upToAttempt, String reason, List<StockKey> places) {
    String order = reservation.orderId();
    for (StockItem item : stock.findAll(reservation.owner(), places)) {
      if (item.holdOf(order).filter(hold -> hold.attempt() <= upToAttempt).isPresent()) {
        var _ = stock.move(item.key(), new Movement.Release(order, upToAttempt, reason));
      }
    }
  }

  void putBack(Reservation reservation, Restock restock) {
    for (HeldLine line : restock.lines()) {
      var _ =
          stock.move(
              key(reservation, line),
              Movement.returned(
                  restock.restockId(), line.quantity(), reservation.orderId(), restock.reason()));
    }
  }

  private Taken takeFrom(Reservation reservation, List<String> warehouseIds) {
    List<HeldLine> held = new ArrayList<>();
    List<Shortage> shortages = new ArrayList<>();
    boolean unknown = false;
    for (StockLine line : reservation.lines()) {
      // After the first shortage the rest is only looked at, to name all that is short.
      switch (takeLine.handle(reservation, line, warehouseIds, shortages.isEmpty())) {
        case TakeLine.Result.Held(var lines) -> held.addAll(lines);
        case TakeLine.Result.Short(var lines, var available, var neverSeen) -> {
          held.addAll(lines);
          shortages.add(new Shortage(line.sku(), line.quantity(), available));
          unknown |= neverSeen;
        }
        case TakeLine.Result.Overtaken() -> {
          return new Taken.Overtaken();
        }
      }
    }
    return shortages.isEmpty()
        ? new Taken.All(held)
        : new Taken.Short(
            new Shortfall(
                unknown ? "unknown_sku" : "insufficient_stock", shortages, !held.isEmpty()));
  }

  /// The shop's own choice first, then whatever else serves it.
  private List<String> order(Reservation reservation, List<Warehouse> known) {
    String shopId = reservation.shopId();
    Set<String> shop = shopId == null ? Set.of() : Set.of(shopId);
    List<String> serving =
        known.stream().filter(warehouse -> warehouse.serves(shop)).map(Warehouse::id).toList();
    Set<String> ordered = new LinkedHashSet<>(priority(shopId, reservation.owner()));
    ordered.retainAll(serving);
    ordered.addAll(serving);
    return List.copyOf(ordered);
  }

  private List<String> priority(@Nullable String shopId, String companyId) {
    return Optional.ofNullable(shopId)
        .flatMap(shops::find)
        .filter(shop -> shop.companyId().equals(companyId))
        .map(ShopReplica::warehousePriority)
        .orElse(List.of());
  }

  private List<StockKey> whereHeld(Reservation reservation) {
    return reservation.held().isEmpty()
        ? whereHoldsMayBe(reservation)
        : reservation.held().stream().map(line -> key(reservation, line)).toList();
  }

  private List<StockKey> whereHoldsMayBe(Reservation reservation) {
    List<Warehouse> all = warehouses.fresh(reservation.owner());
    return reservation.lines().stream()
        .flatMap(
            line ->
                all.stream()
                    .map(
                        warehouse -> new StockKey(reservation.owner(), warehouse.id(), line.sku())))
        .toList();
  }

  private static StockKey key(Reservation reservation, HeldLine line) {
    return new StockKey(reservation.owner(), line.warehouseId(), line.sku());
  }
}
