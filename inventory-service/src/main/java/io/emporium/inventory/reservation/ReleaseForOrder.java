package io.emporium.inventory.reservation;

import io.emporium.events.inventory.ReleaseStock;
import io.emporium.kit.context.Cause;
import io.emporium.kit.context.Steps;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// `inventory.release`: give back what is held; accepted even when nothing was.
@Component
public class ReleaseForOrder {

  private final Reservations reservations;
  private final SettleReservation settle;
  private final Clock clock;

  ReleaseForOrder(Reservations reservations, SettleReservation settle, Clock clock) {
    this.reservations = reservations;
    this.settle = settle;
    this.clock = clock;
  }

  public Reservation handle(String companyId, ReleaseStock command) {
    return reservations.inTurn(command.orderId(), () -> release(companyId, command));
  }

  private Reservation release(String companyId, ReleaseStock command) {
    var found = reservations.open(companyId, command.orderId());
    if (found.isEmpty()) {
      Reservation tombstone =
          Reservation.releasedUnseen(
              ReservationRequest.unseen(
                  companyId, command.orderId(), clock.instant(), Cause.current().correlationId()),
              command.reason(),
              clock.instant());
      if (reservations.answerUnseen(tombstone)) {
        return tombstone;
      }
      // Reserved in this very moment, elsewhere.
      found = reservations.open(companyId, command.orderId());
    }
    var opened = found.orElseThrow();
    return opened.answered() ? opened.reservation() : release(opened.reservation(), command);
  }

  private Reservation release(Reservation reservation, ReleaseStock command) {
    long before = reservation.version();
    Reservation intended =
        reservations.step(reservation, r -> r.release(command.reason(), clock.instant()));
    if (intended.version() != before && !intended.status().isSettled()) {
      return settle.handle(intended);
    }
    // What else was under way is brought to its end first, and then this command is answered.
    Reservation settled = Steps.onTheWay(() -> settle.handle(intended));
    return reservations.answer(
        settled, r -> r.answer(asked -> Answers.toRelease(asked, command.reason())));
  }
}
