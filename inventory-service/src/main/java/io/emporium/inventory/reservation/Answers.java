package io.emporium.inventory.reservation;

import io.emporium.events.inventory.InventoryEvent;
import io.emporium.events.inventory.ReservationExpired;
import io.emporium.events.inventory.ReservationFailed;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockReleased;
import io.emporium.events.inventory.StockReserved;
import java.util.List;
import java.util.Optional;

/// What a reservation says to a command that finds nothing to do any more. A command is repeated
/// when its answer was not heard, so it is answered again.
final class Answers {

  private Answers() {}

  static Optional<InventoryEvent> toReserve(Reservation reservation) {
    String order = reservation.orderId();
    return switch (reservation.status()) {
      case HELD ->
          Optional.of(new StockReserved(order, reservation.held(), reservation.expiresAt()));
      case DEDUCTED -> Optional.of(new StockDeducted(order, reservation.held()));
      case REFUSED -> Optional.of(failed(reservation));
      case RELEASED -> Optional.of(new ReservationFailed(order, "released", List.of()));
      case EXPIRED -> Optional.of(new ReservationFailed(order, "expired", List.of()));
      case PENDING, DEDUCTING, FREEING -> Optional.empty();
    };
  }

  static Optional<InventoryEvent> toRelease(Reservation reservation, String reason) {
    String order = reservation.orderId();
    return switch (reservation.status()) {
      case REFUSED, RELEASED, EXPIRED -> Optional.of(new StockReleased(order, reason));
      // Too late: the saga learns it and restocks explicitly.
      case DEDUCTED -> Optional.of(new StockDeducted(order, reservation.held()));
      case PENDING, HELD, DEDUCTING, FREEING -> Optional.empty();
    };
  }

  static Optional<InventoryEvent> toDeduct(Reservation reservation) {
    String order = reservation.orderId();
    return switch (reservation.status()) {
      case DEDUCTED -> Optional.of(new StockDeducted(order, reservation.held()));
      case REFUSED -> Optional.of(failed(reservation));
      case RELEASED, EXPIRED -> Optional.of(new ReservationFailed(order, "expired", List.of()));
      case PENDING, HELD, DEDUCTING, FREEING -> Optional.empty();
    };
  }

  /// What is said when everything has been given back.
  static InventoryEvent atEnd(Reservation reservation, ReservationStatus reached) {
    String order = reservation.orderId();
    return switch (reached) {
      case RELEASED -> new StockReleased(order, reservation.releaseReason());
      case EXPIRED -> reservation.isPaid() ? failed(reservation) : new ReservationExpired(order);
      case REFUSED -> failed(reservation);
      case PENDING, HELD, DEDUCTING, FREEING, DEDUCTED ->
          throw new IllegalStateException(reservation.id() + " cannot end as " + reached);
    };
  }

  private static ReservationFailed failed(Reservation reservation) {
    Shortfall shortfall = reservation.shortfall();
    return shortfall == null
        ? new ReservationFailed(reservation.orderId(), Reservation.EXPIRED_REASON, List.of())
        : new ReservationFailed(reservation.orderId(), shortfall.reason(), shortfall.shortages());
  }
}
