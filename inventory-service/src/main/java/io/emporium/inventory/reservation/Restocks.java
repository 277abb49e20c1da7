package io.emporium.inventory.reservation;

import io.emporium.events.inventory.HeldLine;
import io.emporium.events.inventory.StockLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All restocks of an order.
record Restocks(List<Restock> all) {

  static final Restocks NONE = new Restocks(List.of());

  /// Adds a restock. Never more comes back than has left: what is asked for beyond that is left
  /// out, or returns would make stock from nothing.
  Restocks plan(RestockRequest request, List<HeldLine> deducted) {
    List<HeldLine> remaining = remaining(deducted);
    List<HeldLine> lines =
        request.lines().isEmpty() ? remaining : chosen(remaining, request.lines());
    List<Restock> longer = new ArrayList<>(all);
    longer.add(new Restock(request.restockId(), request.reason(), lines, false));
    return new Restocks(longer);
  }

  Restocks done(String restockId) {
    return new Restocks(all.stream().map(restock -> restock.doneIf(restockId)).toList());
  }

  Optional<Restock> find(String restockId) {
    return all.stream().filter(restock -> restock.restockId().equals(restockId)).findFirst();
  }

  Optional<Restock> open() {
    return all.stream().filter(restock -> !restock.done()).findFirst();
  }

  private List<HeldLine> remaining(List<HeldLine> deducted) {
    List<HeldLine> remaining = new ArrayList<>();
    for (HeldLine line : deducted) {
      int back =
          all.stream()
              .flatMap(restock -> restock.lines().stream())
              .filter(other -> samePlace(other, line))
              .mapToInt(HeldLine::quantity)
              .sum();
      if (line.quantity() > back) {
        remaining.add(new HeldLine(line.sku(), line.warehouseId(), line.quantity() - back));
      }
    }
    return remaining;
  }

  private static List<HeldLine> chosen(List<HeldLine> remaining, List<StockLine> wanted) {
    List<HeldLine> chosen = new ArrayList<>();
    for (HeldLine line : remaining) {
      int asked =
          wanted.stream()
              .filter(other -> other.sku().equals(line.sku()))
              .mapToInt(StockLine::quantity)
              .sum();
      int already =
          chosen.stream()
              .filter(other -> other.sku().equals(line.sku()))
              .mapToInt(HeldLine::quantity)
              .sum();
      int back = Math.min(line.quantity(), asked - already);
      if (back > 0) {
        chosen.add(new HeldLine(line.sku(), line.warehouseId(), back));
      }
    }
    return chosen;
  }

  private static boolean samePlace(HeldLine one, HeldLine other) {
    return one.sku().equals(other.sku()) && one.warehouseId().equals(other.warehouseId());
  }
}
