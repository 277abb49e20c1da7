package io.emporium.inventory.reservation;

import io.emporium.inventory.settings.InventoryProperties;
import io.emporium.kit.context.Sweep;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Goes on with what a crash has cut off, and ends holds whose time is over. It asks nobody: the
/// saga's deadline is shorter, so an overdue hold is one that the saga has lost sight of; and a
/// payment that comes after all finds the units taken again, or is refunded.
@Component
class ResumeReservations {

  private static final Logger log = LoggerFactory.getLogger(ResumeReservations.class);
  private static final int BATCH = 100;

  private final AggregateStore<Reservation> store;
  private final Reservations reservations;
  private final SettleReservation settle;
  private final RestockForOrder restock;
  private final InventoryProperties properties;
  private final Clock clock;

  ResumeReservations(
      AggregateStore<Reservation> store,
      Reservations reservations,
      SettleReservation settle,
      RestockForOrder restock,
      InventoryProperties properties,
      Clock clock) {
    this.store = store;
    this.reservations = reservations;
    this.settle = settle;
    this.restock = restock;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${emporium.inventory.sweep-interval:5s}")
  void sweep() {
    Document due =
        new Document("dueAt", new Document("$lt", clock.instant().minus(properties.resumeAfter())));
    Sweep.over(
        store.list(Scope.platform(), due, PageQuery.first(BATCH).sortedBy("dueAt", true)),
        found -> new Sweep.Piece("order " + found.orderId(), found.correlationId()),
        found -> reservations.inTurn(found.orderId(), () -> resumeNow(found)));
  }

  // What was found may have moved on while waiting for its turn.
  private Optional<Reservation> resumeNow(Reservation found) {
    return store
        .find(Scope.company(found.owner()), found.id())
        .filter(current -> isDue(current, clock.instant()))
        .map(this::goOnOrGiveWay);
  }

  private boolean isDue(Reservation current, Instant now) {
    Instant due = current.dueAt();
    if (due == null) {
      return false;
    }
    return current.status() == ReservationStatus.HELD
        ? due.plus(properties.expiryGrace()).isBefore(now)
        : due.plus(properties.resumeAfter()).isBefore(now);
  }

  // The sweep sees the oldest only: if many that fail kept their place, it would see no others.
  private Reservation goOnOrGiveWay(Reservation current) {
    try {
      return goOn(current);
    } catch (RuntimeException e) {
      Scope company = Scope.company(current.owner());
      var _ = store.change(company, current.id(), r -> r.giveWay(clock.instant()));
      throw e;
    }
  }

  private Reservation goOn(Reservation current) {
    log.info("order {} step {}: the sweep goes on", current.orderId(), current.status());
    Optional<Restock> open = current.restocks().open();
    if (open.isPresent()) {
      return restock.finish(current, open.get());
    }
    return current.status() == ReservationStatus.HELD
        ? settle.handle(reservations.step(current, r -> r.expire(clock.instant())))
        : settle.handle(current);
  }
}
