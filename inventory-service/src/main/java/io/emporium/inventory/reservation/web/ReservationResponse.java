package io.emporium.inventory.reservation.web;

import io.emporium.events.inventory.HeldLine;
import io.emporium.events.inventory.StockLine;
import io.emporium.inventory.reservation.Reservation;
import io.emporium.inventory.reservation.ReservationStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ReservationResponse(
    String orderId,
    @Nullable String shopId,
    ReservationStatus status,
    List<StockLine> lines,
    List<HeldLine> held,
    Instant expiresAt,
    Instant changedAt,
    long version) {

  static ReservationResponse from(Reservation reservation) {
    return new ReservationResponse(
        reservation.orderId(),
        reservation.shopId(),
        reservation.status(),
        reservation.lines(),
        reservation.held(),
        reservation.expiresAt(),
        reservation.changedAt(),
        reservation.version());
  }
}
