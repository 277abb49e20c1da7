package io.emporium.inventory.check;

import io.emporium.events.inventory.HeldLine;
import io.emporium.inventory.check.Drift.Kind;
import io.emporium.inventory.movement.Ledger;
import io.emporium.inventory.reservation.FindReservation;
import io.emporium.inventory.reservation.Reservation;
import io.emporium.inventory.reservation.ReservationStatus;
import io.emporium.inventory.settings.InventoryProperties;
import io.emporium.inventory.stock.FindHolds;
import io.emporium.inventory.stock.StockHold;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockKey;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Compares the ledger with on-hand, holds with reserved, and reservations with holds. It reads
/// while others write: what changed within the last moments counts as under way, not as drift.
@Component
public class CheckInvariants {

  private static final int CHUNK = 200;

  private final FindHolds items;
  private final FindReservation reservations;
  private final Ledger ledger;
  private final InventoryProperties properties;
  private final Clock clock;

  CheckInvariants(
      FindHolds items,
      FindReservation reservations,
      Ledger ledger,
      InventoryProperties properties,
      Clock clock) {
    this.items = items;
    this.reservations = reservations;
    this.ledger = ledger;
    this.properties = properties;
    this.clock = clock;
  }

  public Findings handle(Scope scope) {
    Findings findings = new Findings();
    Map<String, Integer> held = new HashMap<>();
    String last = "";
    List<StockItem> chunk;
    do {
      chunk = items.after(scope, last, CHUNK);
      for (StockItem item : chunk) {
        last = item.id();
        check(item, findings);
        item.holds().forEach(hold -> held.put(place(item.id(), hold.orderId()), hold.quantity()));
      }
    } while (chunk.size() == CHUNK);
    checkReservations(scope, held, findings);
    return findings;
  }

  private void check(StockItem item, Findings findings) {
    findings.countItem();
    long held = item.holds().stream().mapToLong(StockHold::quantity).sum();
    if (item.reserved() != held || item.reserved() > item.onHand()) {
      findings.add(drift(Kind.FIGURES, item.key(), null, held, item.reserved()), false);
    }
    Ledger.Balance balance = ledger.balance(item.key().companyId(), item.id(), item.version());
    if (balance.sum() != item.onHand()) {
      boolean onItsWay =
          balance.movements() < item.movements()
              && isYoung(item.movedAt(), properties.ledgerPatience());
      findings.add(drift(Kind.LEDGER, item.key(), null, balance.sum(), item.onHand()), onItsWay);
    }
    item.holds().forEach(hold -> checkHold(item, hold, findings));
  }

  private void checkHold(StockItem item, StockHold hold, Findings findings) {
    Optional<Reservation> reservation =
        reservations.ofOrder(item.key().companyId(), hold.orderId());
    boolean open =
        reservation
            .map(Reservation::status)
            .filter(
                status ->
                    switch (status) {
                      case PENDING, HELD, DEDUCTING, FREEING -> true;
                      case REFUSED, RELEASED, DEDUCTED, EXPIRED -> false;
                    })
            .isPresent();
    if (!open) {
      boolean underWay =
          isYoung(reservation.map(Reservation::changedAt).orElse(null), properties.resumeAfter());
      findings.add(
          drift(Kind.STRAY_HOLD, item.key(), hold.orderId(), 0, hold.quantity()), underWay);
    }
  }

  private void checkReservations(Scope scope, Map<String, Integer> held, Findings findings) {
    String last = "";
    List<Reservation> chunk;
    do {
      chunk = reservations.heldAfter(scope, last, CHUNK);
      for (Reservation reservation : chunk) {
        last = reservation.id();
        findings.countReservation();
        for (HeldLine line : reservation.held()) {
          checkLine(reservation, line, held, findings);
        }
      }
    } while (chunk.size() == CHUNK);
  }

  private void checkLine(
      Reservation reservation, HeldLine line, Map<String, Integer> held, Findings findings) {
    StockKey key = new StockKey(reservation.owner(), line.warehouseId(), line.sku());
    int actual = held.getOrDefault(place(key.id(), reservation.orderId()), 0);
    if (actual != line.quantity()) {
      // Read once more: the order may have moved on between the two reads.
      boolean underWay =
          isYoung(reservation.changedAt(), properties.resumeAfter())
              || reservations
                  .ofOrder(reservation.owner(), reservation.orderId())
                  .filter(current -> current.status() == ReservationStatus.HELD)
                  .isEmpty();
      findings.add(
          drift(Kind.MISSING_HOLD, key, reservation.orderId(), line.quantity(), actual), underWay);
    }
  }

  private boolean isYoung(@Nullable Instant moment, Duration patience) {
    return moment != null && moment.plus(patience).isAfter(clock.instant());
  }

  private static String place(String itemId, String orderId) {
    return itemId + "|" + orderId;
  }

  private static Drift drift(
      Kind kind, StockKey key, @Nullable String orderId, long expected, long actual) {
    return new Drift(
        kind, key.companyId(), key.sku(), key.warehouseId(), orderId, expected, actual);
  }
}
