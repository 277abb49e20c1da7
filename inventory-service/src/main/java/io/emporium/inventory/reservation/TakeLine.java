package io.emporium.inventory.reservation;

import io.emporium.events.inventory.HeldLine;
import io.emporium.events.inventory.StockLine;
import io.emporium.inventory.stock.InsufficientStock;
import io.emporium.inventory.stock.Movement;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockItems;
import io.emporium.inventory.stock.StockKey;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds one line of an order: in one warehouse if one has enough, else in several.
@Component
class TakeLine {

  // Each round that fails was won by another order, so many rounds mean a very hot SKU.
  private static final int ROUNDS = 50;

  /// @param held what the order holds of the SKU now
  /// @param availableWhenShort how much was there; null when everything is held
  /// @param unknown whether no warehouse has ever seen the SKU
  record Result(List<HeldLine> held, @Nullable Long availableWhenShort, boolean unknown) {}

  private final StockItems stock;

  TakeLine(StockItems stock) {
    this.stock = stock;
  }

  /// @param warehouseIds best first
  /// @param mayTake false to only look
  Result handle(
      Reservation reservation, StockLine line, List<String> warehouseIds, boolean mayTake) {
    List<StockKey> keys =
        warehouseIds.stream()
            .map(warehouse -> new StockKey(reservation.owner(), warehouse, line.sku()))
            .toList();
    for (int round = 0; round < ROUNDS; round++) {
      List<StockItem> items = stock.findAll(reservation.owner(), keys);
      List<HeldLine> held = held(items, reservation.orderId());
      long missing = line.quantity() - held.stream().mapToLong(HeldLine::quantity).sum();
      if (missing <= 0) {
        return new Result(enough(held, line.quantity()), null, false);
      }
      long available = items.stream().mapToLong(StockItem::available).sum();
      if (missing > available) {
        return new Result(held, available, items.isEmpty());
      }
      if (!mayTake) {
        return new Result(held, null, false);
      }
      StockItem taken = take(reservation, items, missing);
      if (taken != null && held.isEmpty() && taken.heldFor(reservation.orderId()) == missing) {
        // The common case needs no second look.
        return new Result(held(List.of(taken), reservation.orderId()), null, false);
      }
    }
    throw new Refusal(
        Category.UNAVAILABLE, "stock_contended", "Too many orders want " + line.sku());
  }

  private @Nullable StockItem take(Reservation reservation, List<StockItem> items, long missing) {
    StockItem best =
        items.stream()
            .filter(item -> item.available() >= missing)
            .findFirst()
            .or(() -> items.stream().filter(item -> item.available() > 0).findFirst())
            .orElseThrow();
    int already = best.heldFor(reservation.orderId());
    int total = Math.toIntExact(already + Math.min(best.available(), missing));
    try {
      return stock.move(
          best, new Movement.Hold(reservation.orderId(), total, reservation.expiresAt()));
    } catch (InsufficientStock _) {
      // Another order was faster; the next round looks again.
      return null;
    }
  }

  private static List<HeldLine> held(List<StockItem> items, String orderId) {
    return items.stream()
        .filter(item -> item.heldFor(orderId) > 0)
        .map(item -> new HeldLine(item.sku(), item.warehouseId(), item.heldFor(orderId)))
        .toList();
  }

  // Two instances that work on one order may each have held it in another warehouse. What is beyond
  // the order's need is not sold with it; it is freed as a stray hold.
  private static List<HeldLine> enough(List<HeldLine> held, long wanted) {
    List<HeldLine> needed = new ArrayList<>();
    long missing = wanted;
    for (HeldLine line : held) {
      int taken = Math.toIntExact(Math.min(missing, line.quantity()));
      if (taken > 0) {
        needed.add(new HeldLine(line.sku(), line.warehouseId(), taken));
        missing -= taken;
      }
    }
    return needed;
  }
}
