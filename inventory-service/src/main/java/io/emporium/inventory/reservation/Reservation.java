package io.emporium.inventory.reservation;

import io.emporium.events.inventory.HeldLine;
import io.emporium.events.inventory.InventoryEvent;
import io.emporium.events.inventory.ReservationFailed;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.inventory.StockReleased;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.inventory.StockRestocked;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What is held for an order. It leads the work on the stock items and can be resumed at every
/// step: the intent is stored before the items are touched, the answer is recorded after.
@Document("reservations")
@TypeAlias("reservation")
@TenantOwned(shop = "shopId")
public final class Reservation extends AggregateRoot {

  static final String EXPIRED_REASON = "expired";

  private String orderId;
  private @Nullable String shopId;
  private ReservationStatus status;
  private int attempt;
  private @Nullable ReservationStatus ending;
  private List<StockLine> lines;
  private List<HeldLine> held;
  private Instant expiresAt;
  private boolean paid;
  private String releaseReason;
  private @Nullable Shortfall shortfall;
  private Restocks restocks;
  private String correlationId;
  private Instant changedAt;
  private @Nullable Instant dueAt;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Reservation() {}

  private Reservation(ReservationRequest request, ReservationStatus status, Instant now) {
    super(idOf(request.orderId()), request.companyId());
    this.orderId = request.orderId();
    this.shopId = request.shopId();
    this.lines = request.lines();
    this.expiresAt = request.expiresAt();
    this.correlationId = request.correlationId();
    this.held = List.of();
    this.restocks = Restocks.NONE;
    this.releaseReason = "";
    this.attempt = 1;
    become(status, now);
  }

  static String idOf(String orderId) {
    return "res-" + orderId;
  }

  static Reservation take(ReservationRequest request, Instant now) {
    return new Reservation(request, ReservationStatus.PENDING, now);
  }

  /// A release has overtaken its reserve, which must find nothing to do any more.
  static Reservation releasedUnseen(ReservationRequest request, String reason, Instant now) {
    Reservation tombstone = new Reservation(request, ReservationStatus.RELEASED, now);
    tombstone.releaseReason = reason;
    tombstone.record(new StockReleased(request.orderId(), reason));
    return tombstone;
  }

  /// Nothing was ever held for an order that is paid: the saga has to undo it.
  static Reservation deductedUnseen(ReservationRequest request, Instant now) {
    Reservation tombstone = new Reservation(request, ReservationStatus.EXPIRED, now);
    tombstone.record(new ReservationFailed(request.orderId(), EXPIRED_REASON, List.of()));
    return tombstone;
  }

  /// Somebody begins to take holds, and whoever was at it before is late from now on. Each worker
  /// takes under a number of its own, so its holds are never taken for another's.
  Outcome takeOver(Instant now) {
    if (status != ReservationStatus.PENDING) {
      return Outcome.ALREADY;
    }
    attempt++;
    return become(ReservationStatus.PENDING, now);
  }

  /// All lines are held.
  ///
  /// @param by the attempt that has taken them
  Outcome hold(int by, List<HeldLine> taken, Instant now) {
    if (status != ReservationStatus.PENDING || by != attempt) {
      return Outcome.ALREADY;
    }
    held = List.copyOf(taken);
    return paid
        ? become(ReservationStatus.DEDUCTING, now)
        : become(ReservationStatus.HELD, now, new StockReserved(orderId, held, expiresAt));
  }

  /// Not enough is there.
  ///
  /// @param by the attempt that has looked
  Outcome refuse(int by, Shortfall found, Instant now) {
    if (status != ReservationStatus.PENDING || by != attempt) {
      return Outcome.ALREADY;
    }
    shortfall = paid ? new Shortfall(EXPIRED_REASON, found.shortages(), false) : found;
    ending = paid ? ReservationStatus.EXPIRED : ReservationStatus.REFUSED;
    return found.someTaken() ? become(ReservationStatus.FREEING, now) : end(now);
  }

  /// The order needs it no longer.
  Outcome release(String reason, Instant now) {
    return switch (status) {
      case PENDING, HELD -> {
        ending = ReservationStatus.RELEASED;
        releaseReason = reason;
        yield become(ReservationStatus.FREEING, now);
      }
      case DEDUCTING, FREEING, REFUSED, RELEASED, DEDUCTED, EXPIRED -> Outcome.ALREADY;
    };
  }

  /// Nobody has paid in time.
  Outcome expire(Instant now) {
    if (status != ReservationStatus.HELD) {
      return Outcome.ALREADY;
    }
    ending = ReservationStatus.EXPIRED;
    return become(ReservationStatus.FREEING, now);
  }

  /// The order is paid. What was given back is taken again if it is still there.
  Outcome deduct(Instant now) {
    return switch (status) {
      case HELD -> {
        paid = true;
        yield become(ReservationStatus.DEDUCTING, now);
      }
      case RELEASED, EXPIRED -> {
        if (lines.isEmpty()) {
          yield Outcome.ALREADY;
        }
        paid = true;
        attempt++;
        held = List.of();
        shortfall = null;
        yield become(ReservationStatus.PENDING, now);
      }
      case PENDING, DEDUCTING, FREEING, REFUSED, DEDUCTED -> Outcome.ALREADY;
    };
  }

  /// Every hold has been given back.
  ///
  /// @param of up to which attempt
  Outcome freed(int of, Instant now) {
    return status == ReservationStatus.FREEING && of == attempt ? end(now) : Outcome.ALREADY;
  }

  /// Every hold has become a sale.
  Outcome deducted(Instant now) {
    return status == ReservationStatus.DEDUCTING
        ? become(ReservationStatus.DEDUCTED, now, new StockDeducted(orderId, held))
        : Outcome.ALREADY;
  }

  /// Answers a command that finds nothing to do; silent while something is under way, since whoever
  /// brings that to its end answers.
  Outcome answer(Function<Reservation, Optional<InventoryEvent>> question) {
    Optional<InventoryEvent> fact = question.apply(this);
    fact.ifPresent(this::record);
    return fact.isPresent() ? Outcome.APPLIED : Outcome.ALREADY;
  }

  /// Decides which units come back, before they do. Where nothing was deducted, nothing comes back;
  /// as long as that is not known, nothing is decided.
  Outcome planRestock(RestockRequest request, Instant now) {
    if (!status.isSettled() || restocks.find(request.restockId()).isPresent()) {
      return Outcome.ALREADY;
    }
    List<HeldLine> deducted = status == ReservationStatus.DEDUCTED ? held : List.of();
    restocks = restocks.plan(request, deducted);
    changedAt = now;
    dueAt = now;
    return Outcome.APPLIED;
  }

  /// The units are back; said again when asked again.
  Outcome restocked(String restockId, Instant now) {
    Restock restock = restocks.find(restockId).orElseThrow();
    restocks = restocks.done(restockId);
    dueAt = restocks.open().isPresent() ? now : dueWhenSettled();
    changedAt = now;
    record(new StockRestocked(orderId, restockId, restock.lines()));
    return Outcome.APPLIED;
  }

  /// It cannot go on yet, and is due again after those that wait behind it.
  Outcome giveWay(Instant now) {
    if (dueAt == null || !dueAt.isBefore(now)) {
      return Outcome.ALREADY;
    }
    dueAt = now;
    return Outcome.APPLIED;
  }

  private Outcome end(Instant now) {
    ReservationStatus reached = Objects.requireNonNull(ending);
    ending = null;
    held = List.of();
    return become(reached, now, Answers.atEnd(this, reached));
  }

  private Outcome become(ReservationStatus next, Instant now, InventoryEvent fact) {
    record(fact);
    return become(next, now);
  }

  private Outcome become(ReservationStatus next, Instant now) {
    status = next;
    changedAt = now;
    dueAt = next.isSettled() ? dueWhenSettled() : now;
    return Outcome.APPLIED;
  }

  // A hold is looked at when its time is over; the rest is at rest.
  private @Nullable Instant dueWhenSettled() {
    return status == ReservationStatus.HELD ? expiresAt : null;
  }

  @Override
  public @Nullable String shopId() {
    return shopId;
  }

  public String owner() {
    return Objects.requireNonNull(companyId());
  }

  public String orderId() {
    return orderId;
  }

  public ReservationStatus status() {
    return status;
  }

  public int attempt() {
    return attempt;
  }

  /// Up to this attempt, whatever is held is held for nothing.
  public int lastVainAttempt() {
    return status.holdsNothing() ? attempt : attempt - 1;
  }

  public List<StockLine> lines() {
    return lines;
  }

  public List<HeldLine> held() {
    return held;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public Instant changedAt() {
    return changedAt;
  }

  boolean isPaid() {
    return paid;
  }

  @Nullable Shortfall shortfall() {
    return shortfall;
  }

  Restocks restocks() {
    return restocks;
  }

  String releaseReason() {
    return releaseReason;
  }

  String correlationId() {
    return correlationId;
  }

  @Nullable Instant dueAt() {
    return dueAt;
  }
}
