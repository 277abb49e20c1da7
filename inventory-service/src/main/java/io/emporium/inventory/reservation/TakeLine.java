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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds one line of an order: in one warehouse if one has enough, else in several.
@Component
class TakeLine {

  // Each round that fails was won by another order, so many rounds mean a very hot SKU.
  private static final int ROUNDS = 50;

  /// How it went with one line.
  sealed interface Result {
    /// @param lines what the order holds of the SKU now
    record Held(List<HeldLine> lines) implements Result {}

    /// @param lines what the order holds nevertheless
    /// @param available how much more was there
    /// @param neverSeen whether no warehouse has ever had the SKU
    record Short(List<HeldLine> lines, long available, boolean neverSeen) implements Result {}

    /// A later attempt holds units already.
    record Overtaken() implements Result {}
  }

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
    String order = reservation.orderId();
    for (int round = 0; round < ROUNDS; round++) {
      List<StockItem> items = stock.findAll(reservation.owner(), keys);
      if (isOvertaken(reservation, items)) {
        return new Result.Overtaken();
      }
      List<HeldLine> held = held(items, order);
      long missing = line.quantity() - held.stream().mapToLong(HeldLine::quantity).sum();
      Optional<StockItem> left = leftByAnEarlierAttempt(reservation, items);
      if (left.isPresent() && mayTake) {
        var _ = hold(reservation, left.get(), left.get().heldFor(order));
        continue;
      }
      if (missing <= 0) {
        return new Result.Held(enough(held, line.quantity()));
      }
      long available = items.stream().mapToLong(StockItem::available).sum();
      if (missing > available) {
        return new Result.Short(held, available, items.isEmpty());
      }
      if (!mayTake) {
        return new Result.Held(held);
      }
      StockItem taken = take(reservation, items, missing);
      if (taken != null && held.isEmpty() && holdsAll(taken, reservation, missing)) {
        // The common case needs no second look.
        return new Result.Held(held(List.of(taken), order));
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
    return hold(reservation, best, total);
  }

  private @Nullable StockItem hold(Reservation reservation, StockItem item, int total) {
    try {
      return stock.move(
          item,
          new Movement.Hold(
              reservation.orderId(), reservation.attempt(), total, reservation.expiresAt()));
    } catch (InsufficientStock _) {
      // Another order was faster; the next round looks again.
      return null;
    }
  }

  private static boolean holdsAll(StockItem taken, Reservation reservation, long missing) {
    return taken
        .holdOf(reservation.orderId())
        .filter(hold -> hold.attempt() == reservation.attempt() && hold.quantity() == missing)
        .isPresent();
  }

  private static boolean isOvertaken(Reservation reservation, List<StockItem> items) {
    return items.stream()
        .flatMap(item -> item.holdOf(reservation.orderId()).stream())
        .anyMatch(hold -> hold.attempt() > reservation.attempt());
  }

  private static Optional<StockItem> leftByAnEarlierAttempt(
      Reservation reservation, List<StockItem> items) {
    return items.stream()
        .filter(
            item ->
                item.holdOf(reservation.orderId())
                    .filter(hold -> hold.attempt() < reservation.attempt())
                    .isPresent())
        .findFirst();
  }

  private static List<HeldLine> held(List<StockItem> items, String orderId) {
    return items.stream()
        .filter(item -> item.heldFor(orderId) > 0)
        .map(item -> new HeldLine(item.sku(), item.warehouseId(), item.heldFor(orderId)))
        .toList();
  }

  // Two attempts may each have held it in another warehouse. What is beyond the order's need is not
  // sold with it; it is freed as a stray hold.
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
