package io.emporium.inventory.reservation;

import io.emporium.events.inventory.ReserveStock;
import io.emporium.kit.context.Cause;
import io.emporium.kit.context.Steps;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// `inventory.reserve`: hold every line or none.
@Component
public class HoldForOrder {

  private final Reservations reservations;
  private final SettleReservation settle;
  private final Clock clock;

  HoldForOrder(Reservations reservations, SettleReservation settle, Clock clock) {
    this.reservations = reservations;
    this.settle = settle;
    this.clock = clock;
  }

  public Reservation handle(String companyId, ReserveStock command) {
    ReservationRequest request =
        ReservationRequest.of(companyId, command, Cause.current().correlationId());
    return reservations.inTurn(command.orderId(), () -> hold(request));
  }

  private Reservation hold(ReservationRequest request) {
    Reservation fresh = Reservation.take(request, clock.instant());
    if (reservations.begin(fresh)) {
      return settle.begun(fresh);
    }
    // Not found means: of another company. That is an error to be looked at.
    var found = reservations.open(request.companyId(), request.orderId()).orElseThrow();
    if (found.answered()) {
      return found.reservation();
    }
    Reservation settled = Steps.onTheWay(() -> settle.handle(found.reservation()));
    return reservations.answer(settled, r -> r.answer(Answers::toReserve));
  }
}
