package io.emporium.inventory.reservation;

import io.emporium.events.inventory.HeldLine;
import java.time.Clock;
import java.util.List;
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
    Reservation current = reservation;
    for (int step = 0; !current.status().isSettled(); step++) {
      if (step == MOST_STEPS) {
        throw new IllegalStateException(current.id() + " does not come to rest");
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
    return switch (holds.take(current)) {
      case Holds.Taken.All(var lines) -> taken(current, lines);
      case Holds.Taken.Short(var shortfall) ->
          shortfall.someTaken()
              ? reservations.step(current, r -> r.refuse(shortfall, clock.instant()))
              : reservations.answer(current, r -> r.refuse(shortfall, clock.instant()));
    };
  }

  private Reservation taken(Reservation current, List<HeldLine> lines) {
    Reservation after =
        current.isPaid()
            ? reservations.step(current, r -> r.hold(lines, clock.instant()))
            : reservations.answer(current, r -> r.hold(lines, clock.instant()));
    if (after.status().holdsNothing()) {
      // It was ended elsewhere while holds were taken here.
      holds.giveBack(current, "ended");
    }
    return after;
  }

  private Reservation sell(Reservation current) {
    holds.sell(current);
    return reservations.answer(current, r -> r.deducted(clock.instant()));
  }

  private Reservation free(Reservation current) {
    holds.giveBack(current, current.releaseReason());
    return reservations.answer(current, r -> r.freed(clock.instant()));
  }
}
