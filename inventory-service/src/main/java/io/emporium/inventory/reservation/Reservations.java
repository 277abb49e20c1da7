package io.emporium.inventory.reservation;

import io.emporium.inventory.work.StripedLocks;
import io.emporium.kit.context.Steps;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// The reservations of all companies, and the two kinds of write on them: steps on the way, and the
/// one that answers a message and thereby consumes it.
@Component
class Reservations {

  private final AggregateStore<Reservation> store;
  private final StripedLocks turns = new StripedLocks();

  Reservations(AggregateStore<Reservation> store) {
    this.store = store;
  }

  /// A reservation as found.
  ///
  /// @param answered whether the message being handled was answered before
  record Opened(Reservation reservation, boolean answered) {}

  /// One after the other in this process. Between processes the guards of the writes decide.
  <T> T inTurn(String orderId, Supplier<T> work) {
    return turns.within(orderId, work);
  }

  /// @return false when the order has a reservation already
  boolean begin(Reservation fresh) {
    return Steps.onTheWay(() -> store.create(fresh));
  }

  /// As [#begin], for one that answers by its very creation.
  boolean answerUnseen(Reservation tombstone) {
    return store.create(tombstone);
  }

  Optional<Opened> open(String companyId, String orderId) {
    AtomicBoolean answered = new AtomicBoolean(true);
    try {
      Reservation found =
          store.change(
              Scope.company(companyId),
              Reservation.idOf(orderId),
              _ -> {
                // Runs only while the store has not seen the message in this document.
                answered.set(false);
                return Outcome.ALREADY;
              });
      return Optional.of(new Opened(found, answered.get()));
    } catch (Refusal refusal) {
      if (refusal.category() == Category.NOT_FOUND) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  /// As it stands now.
  Reservation again(Reservation reservation) {
    return store.get(Scope.company(reservation.owner()), reservation.id());
  }

  /// @param reservation used up by this, as by [#answer]: go on with what is returned
  Reservation step(Reservation reservation, Function<Reservation, Outcome> command) {
    return Steps.onTheWay(() -> answer(reservation, command));
  }

  Reservation answer(Reservation reservation, Function<Reservation, Outcome> command) {
    return store.change(reservation, command);
  }
}
