package io.emporium.inventory.check;

import io.emporium.events.inventory.HeldLine;
import io.emporium.inventory.check.Drift.Kind;
import io.emporium.inventory.reservation.FindReservation;
import io.emporium.inventory.reservation.Reservation;
import io.emporium.inventory.reservation.ReservationStatus;
import io.emporium.inventory.stock.StockHold;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockKey;
import io.emporium.kit.tenancy.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Compares holds with reservations, from both sides.
@Component
class CheckHolds {

  private static final int CHUNK = 500;

  private final FindReservation reservations;
  private final Patience patience;

  CheckHolds(FindReservation reservations, Patience patience) {
    this.reservations = reservations;
    this.patience = patience;
  }

  /// No hold without a reservation.
  void check(Scope scope, List<StockItem> items, Findings findings) {
    Set<String> orders =
        items.stream()
            .flatMap(item -> item.holds().stream())
            .map(StockHold::orderId)
            .collect(Collectors.toSet());
    Map<String, Reservation> known = reservations.ofOrders(scope, orders);
    for (StockItem item : items) {
      item.holds().forEach(hold -> check(item, hold, known.get(hold.orderId()), findings));
    }
  }

  private void check(
      StockItem item, StockHold hold, @Nullable Reservation reservation, Findings findings) {
    if (reservation == null || hold.attempt() <= reservation.lastVainAttempt()) {
      boolean underWay = patience.withWork(reservation == null ? null : reservation.changedAt());
      findings.add(
          Findings.at(Kind.STRAY_HOLD, item.key(), hold.orderId(), 0, hold.quantity()), underWay);
    }
  }

  /// No reservation without its holds.
  void check(Scope scope, Promises promises, Findings findings) {
    String last = "";
    List<Reservation> chunk;
    do {
      chunk = reservations.heldAfter(scope, last, CHUNK);
      for (Reservation reservation : chunk) {
        last = reservation.id();
        findings.countReservation();
        reservation.held().forEach(line -> check(reservation, line, promises, findings));
      }
    } while (chunk.size() == CHUNK);
    findings.countUnfinished(reservations.underWay(scope));
  }

  private void check(Reservation reservation, HeldLine line, Promises promises, Findings findings) {
    StockKey key = new StockKey(reservation.owner(), line.warehouseId(), line.sku());
    int actual = promises.held(key, reservation.orderId());
    if (actual != line.quantity()) {
      // Read once more: the order may have moved on between the two reads.
      boolean underWay =
          patience.withWork(reservation.changedAt())
              || reservations
                  .ofOrder(reservation.owner(), reservation.orderId())
                  .filter(current -> current.status() == ReservationStatus.HELD)
                  .isEmpty();
      findings.add(
          Findings.at(Kind.MISSING_HOLD, key, reservation.orderId(), line.quantity(), actual),
          underWay);
    }
  }
}
