package io.emporium.inventory.reservation;

import io.emporium.events.inventory.RestockItems;
import io.emporium.kit.context.Steps;
import io.emporium.kit.problem.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// `inventory.restock`: deducted units come back, once per `restockId`.
@Component
public class RestockForOrder {

  private final Reservations reservations;
  private final SettleReservation settle;
  private final Holds holds;
  private final Clock clock;

  RestockForOrder(Reservations reservations, SettleReservation settle, Holds holds, Clock clock) {
    this.reservations = reservations;
    this.settle = settle;
    this.holds = holds;
    this.clock = clock;
  }

  public Reservation handle(String companyId, RestockItems command) {
    return reservations.inTurn(
        command.orderId(), () -> restock(companyId, command.orderId(), command));
  }

  private Reservation restock(String companyId, String orderId, RestockItems command) {
    var opened =
        reservations
            .open(companyId, orderId)
            .orElseThrow(() -> Refusal.notFound("reservation", orderId));
    if (opened.answered()) {
      return opened.reservation();
    }
    return restock(opened.reservation(), RestockRequest.of(command));
  }

  private Reservation restock(Reservation found, RestockRequest request) {
    Reservation settled = Steps.onTheWay(() -> settle.handle(found));
    Reservation planned = reservations.step(settled, r -> r.planRestock(request, clock.instant()));
    // Not planned: something else has begun in this very moment, elsewhere.
    return planned
        .restocks()
        .find(request.restockId())
        .map(restock -> finish(planned, restock))
        .orElseGet(() -> restock(planned, request));
  }

  /// Puts back what is not back yet, and says so.
  Reservation finish(Reservation reservation, Restock restock) {
    if (!restock.done()) {
      holds.putBack(reservation, restock);
    }
    return reservations.answer(reservation, r -> r.restocked(restock.restockId(), clock.instant()));
  }
}
