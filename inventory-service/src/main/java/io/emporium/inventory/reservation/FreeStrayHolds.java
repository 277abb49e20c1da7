package io.emporium.inventory.reservation;

import io.emporium.inventory.settings.InventoryProperties;
import io.emporium.inventory.stock.FindHolds;
import io.emporium.inventory.stock.Movement;
import io.emporium.inventory.stock.StockHold;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockItems;
import io.emporium.kit.context.Sweep;
import io.emporium.kit.ids.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Gives back holds that no reservation stands behind: left by a process that stood still, came
/// back after others had ended the reservation, and died before it could tidy up.
@Component
class FreeStrayHolds {

  private static final Logger log = LoggerFactory.getLogger(FreeStrayHolds.class);
  private static final int BATCH = 100;
  private static final String INTERVAL = "60s";

  private final FindHolds find;
  private final StockItems stock;
  private final FindReservation reservations;
  private final Reservations turns;
  private final InventoryProperties properties;
  private final Ids ids;
  private final Clock clock;

  FreeStrayHolds(
      FindHolds find,
      StockItems stock,
      FindReservation reservations,
      Reservations turns,
      InventoryProperties properties,
      Ids ids,
      Clock clock) {
    this.find = find;
    this.stock = stock;
    this.reservations = reservations;
    this.turns = turns;
    this.properties = properties;
    this.ids = ids;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = INTERVAL, initialDelayString = INTERVAL)
  void sweep() {
    // Well after the reservation itself has been ended by its own sweep.
    Instant overdue =
        clock.instant().minus(properties.expiryGrace()).minus(properties.resumeAfter());
    Sweep.over(
        find.withHoldsBefore(overdue, BATCH),
        item -> new Sweep.Piece("stock item " + item.id(), ids.next()),
        item -> freeHolds(item, overdue));
  }

  private void freeHolds(StockItem item, Instant overdue) {
    item.holds().stream()
        .filter(hold -> hold.expiresAt().isBefore(overdue))
        .forEach(hold -> turns.inTurn(hold.orderId(), () -> free(item, hold)));
  }

  private Optional<StockItem> free(StockItem item, StockHold hold) {
    int vain =
        reservations
            .ofOrder(item.key().companyId(), hold.orderId())
            .map(Reservation::lastVainAttempt)
            .orElse(hold.attempt());
    if (hold.attempt() > vain) {
      return Optional.empty();
    }
    log.warn("order {} holds {} in {} for no reason", hold.orderId(), item.sku(), item.id());
    return Optional.of(
        stock.move(item.key(), new Movement.Release(hold.orderId(), vain, "no reservation")));
  }
}
