package io.emporium.inventory.reservation;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Brings a reservation to rest, from wherever it stands. Every step may be the last before a
/// crash; the redelivered message or the sweep begins here again.
@Component
class SettleReservation {

  private static final int MOST_STEPS = 10;

  private final Reservations reservations;
  private final Holds holds;
  private final Clock clock;

  SettleReservation(Reservations reservations, Holds holds, Clock clock) {
    this.reservations = reservations;
    this.holds = holds;
    this.clock = clock;
  }

  /// @return the reservation at rest; its last step has said so
  Reservation handle(Reservation reservation) {
    return settle(
        reservation.status() == ReservationStatus.PENDING
            ? reservations.step(reservation, r -> r.takeOver(clock.instant()))
            : reservation);
  }

  /// As [#handle], for who has created it: nobody else is at it, so there is nothing to take over.
  Reservation begun(Reservation fresh) {
    return settle(fresh);
  }

  private Reservation settle(Reservation mine) {
    int attempt = mine.attempt();
    Reservation current = mine;
    for (int step = 0; !current.status().isSettled(); step++) {
      if (step == MOST_STEPS) {
        throw new IllegalStateException(current.id() + " does not come to rest");
      }
      if (current.status() == ReservationStatus.PENDING && current.attempt() != attempt) {
        throw new Refusal(
            Category.UNAVAILABLE, "reservation_contended", "Another takes for it now");
      }
      current = advance(current);
    }
    return current;
  }

  private Reservation advance(Reservation current) {
    return switch (current.status()) {
      case PENDING -> take(current);
      case DEDUCTING -> sell(current);
      case FREEING -> free(current);
      case HELD, REFUSED, RELEASED, EXPIRED, DEDUCTED -> current;
    };
  }

  private Reservation take(Reservation current) {
    int attempt = current.attempt();
    Holds.Taken taken = holds.take(current);
    Reservation after =
        switch (taken) {
          case Holds.Taken.All(var lines) ->
              write(current, !current.isPaid(), r -> r.hold(attempt, lines, clock.instant()));
          case Holds.Taken.Short(var shortfall) ->
              write(
                  current,
                  !shortfall.someTaken(),
                  r -> r.refuse(attempt, shortfall, clock.instant()));
          case Holds.Taken.Overtaken() -> reservations.again(current);
        };
    if (taken.holdsSome() && attempt <= after.lastVainAttempt()) {
      // It went on or was ended elsewhere while holds were taken here.
      holds.giveBack(after, attempt);
    }
    return after;
  }

  private Reservation write(
      Reservation current, boolean answers, Function<Reservation, Outcome> command) {
    return answers ? reservations.answer(current, command) : reservations.step(current, command);
  }

  private Reservation sell(Reservation current) {
    holds.sell(current);
    return reservations.answer(current, r -> r.deducted(clock.instant()));
  }

  private Reservation free(Reservation current) {
    int attempt = current.attempt();
    holds.giveBack(current);
    return reservations.answer(current, r -> r.freed(attempt, clock.instant()));
  }
}
