package io.emporium.inventory.check;

import io.emporium.inventory.movement.Ledger;
import io.emporium.inventory.movement.StockMovement;
import io.emporium.inventory.reservation.FindReservation;
import io.emporium.inventory.reservation.Reservation;
import io.emporium.inventory.reservation.ReservationStatus;
import io.emporium.inventory.stock.InsufficientStock;
import io.emporium.inventory.stock.Movement;
import io.emporium.inventory.stock.MovementKind;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockItems;
import io.emporium.inventory.stock.StockKey;
import io.emporium.inventory.stock.TransitMovement;
import io.emporium.inventory.stock.UnsoundStock;
import io.emporium.inventory.transfer.FindTransfer;
import io.emporium.inventory.transfer.Transfer;
import io.emporium.kit.context.Cause;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Mends drift: holds follow the open reservations, what is expected follows the transfers, and an
/// on-hand that the ledger does not explain gets a correction with its reason in the ledger.
/// On-hand itself is what people count: it is changed by adjustments alone, never here.
@Component
public class RepairStock {

  private static final String REPAIR = "repair";
  private static final String REASON = "repair: movements did not add up to on-hand";

  /// @param repaired what has been mended
  /// @param unresolved what needs people, such as promised units that are no longer there
  public record Report(List<Drift> repaired, List<Drift> unresolved) {}

  private final CheckInvariants check;
  private final StockItems stock;
  private final FindReservation reservations;
  private final FindTransfer transfers;
  private final Ledger ledger;
  private final Clock clock;

  RepairStock(
      CheckInvariants check,
      StockItems stock,
      FindReservation reservations,
      FindTransfer transfers,
      Ledger ledger,
      Clock clock) {
    this.check = check;
    this.stock = stock;
    this.reservations = reservations;
    this.transfers = transfers;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Report handle(Scope scope) {
    List<Drift> repaired = new ArrayList<>();
    List<Drift> unresolved = new ArrayList<>();
    for (Drift drift : check.handle(scope).drifts()) {
      (isMended(drift) ? repaired : unresolved).add(drift);
    }
    return new Report(repaired, unresolved);
  }

  private boolean isMended(Drift drift) {
    try {
      return mend(drift);
    } catch (UnsoundStock _) {
      return false;
    }
  }

  private boolean mend(Drift drift) {
    if (drift.sku() == null || drift.warehouseId() == null) {
      // What a batch has done and what it has not is seen by its rows alone.
      return false;
    }
    StockKey key = new StockKey(drift.companyId(), drift.warehouseId(), drift.sku());
    return switch (drift.kind()) {
      case LEDGER -> explain(drift, key);
      case STRAY_HOLD -> moved(key, release(drift));
      case MISSING_HOLD -> holdAgain(drift, key);
      case STRAY_PICK -> moved(key, unpick(drift));
      case INCOMING -> {
        int coming = Math.toIntExact(drift.expected());
        yield moved(key, new TransitMovement.StillComing(reference(drift), coming));
      }
      // Such an item refuses every movement until somebody has understood how it came about.
      case FIGURES, BATCH -> false;
    };
  }

  private boolean moved(StockKey key, Movement movement) {
    var _ = stock.move(key, movement);
    return true;
  }

  private static String reference(Drift drift) {
    return Objects.requireNonNull(drift.reference());
  }

  // As things stand now: should the order have come back since, its holds are left alone.
  private Movement release(Drift drift) {
    int vain =
        reservations
            .ofOrder(drift.companyId(), reference(drift))
            .map(Reservation::lastVainAttempt)
            .orElse(Integer.MAX_VALUE);
    return new Movement.Release(reference(drift), vain, REPAIR);
  }

  private Movement unpick(Drift drift) {
    int vain =
        transfers.among(Scope.company(drift.companyId()), Set.of(reference(drift))).stream()
            .findFirst()
            .map(Transfer::lastVainAttempt)
            .orElse(Integer.MAX_VALUE);
    return new TransitMovement.Unpick(reference(drift), vain);
  }

  private boolean holdAgain(Drift drift, StockKey key) {
    String orderId = reference(drift);
    Reservation reservation = reservations.byOrder(Scope.company(drift.companyId()), orderId);
    int attempt = reservation.attempt();
    if (reservation.status() != ReservationStatus.HELD) {
      // It has moved on since.
      return false;
    }
    try {
      if (drift.actual() > drift.expected()) {
        var _ = stock.move(key, new Movement.Release(orderId, attempt, REPAIR));
      }
      int quantity = Math.toIntExact(drift.expected());
      var _ =
          stock.move(key, new Movement.Hold(orderId, attempt, quantity, reservation.expiresAt()));
      return true;
    } catch (InsufficientStock _) {
      return false;
    }
  }

  private boolean explain(Drift drift, StockKey key) {
    StockItem item = stock.findAll(key.companyId(), List.of(key)).getFirst();
    if (item.onHand() != drift.actual()) {
      // It has moved since; the next check sees whether anything is still wrong.
      return false;
    }
    Cause cause = Cause.current();
    return ledger.enter(
        new StockMovement(
            "repair:" + item.id() + ":" + item.version(),
            key.companyId(),
            item.id(),
            item.sku(),
            item.warehouseId(),
            MovementKind.ADJUSTMENT.wireName(),
            drift.actual() - drift.expected(),
            item.onHand(),
            item.reserved(),
            null,
            REASON,
            cause.actor(),
            cause.correlationId(),
            clock.instant(),
            item.version(),
            true));
  }
}
