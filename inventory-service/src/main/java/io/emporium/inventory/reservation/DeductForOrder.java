package io.emporium.inventory.reservation;

import io.emporium.events.inventory.DeductStock;
import io.emporium.kit.context.Cause;
import io.emporium.kit.context.Steps;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// `inventory.deduct`: the order is paid, its units leave.
@Component
public class DeductForOrder {

  private final Reservations reservations;
  private final SettleReservation settle;
  private final Clock clock;

  DeductForOrder(Reservations reservations, SettleReservation settle, Clock clock) {
    this.reservations = reservations;
    this.settle = settle;
    this.clock = clock;
  }

  public Reservation handle(String companyId, DeductStock command) {
    return reservations.inTurn(command.orderId(), () -> deduct(companyId, command.orderId()));
  }

  private Reservation deduct(String companyId, String orderId) {
    var found = reservations.open(companyId, orderId);
    if (found.isEmpty()) {
      Reservation tombstone =
          Reservation.deductedUnseen(
              ReservationRequest.unseen(
                  companyId, orderId, clock.instant(), Cause.current().correlationId()),
              clock.instant());
      if (reservations.answerUnseen(tombstone)) {
        return tombstone;
      }
      // Reserved in this very moment, elsewhere.
      found = reservations.open(companyId, orderId);
    }
    var opened = found.orElseThrow();
    return opened.answered() ? opened.reservation() : deduct(opened.reservation());
  }

  private Reservation deduct(Reservation found) {
    Reservation reservation = Steps.onTheWay(() -> settle.handle(found));
    Reservation intended = reservations.step(reservation, r -> r.deduct(clock.instant()));
    if (intended.status() == ReservationStatus.FREEING) {
      // Its time was over in this very moment, elsewhere. A paid order is taken again.
      return deduct(intended);
    }
    return intended.status().isSettled()
        ? reservations.answer(intended, r -> r.answer(Answers::toDeduct))
        : settle.handle(intended);
  }
}
