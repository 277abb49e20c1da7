package io.emporium.inventory.transfer;

import io.emporium.events.inventory.Shortage;
import io.emporium.events.inventory.TransferApproved;
import io.emporium.events.inventory.TransferCancelled;
import io.emporium.events.inventory.TransferReceived;
import io.emporium.events.inventory.TransferRejected;
import io.emporium.events.inventory.TransferShipped;
import io.emporium.events.inventory.TransferSnapshot;
import io.emporium.events.inventory.TransferSubmitted;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Goods on their way from one warehouse of a company to another. It leads the work on the stock
/// items at both ends and can be resumed at every step, as a reservation can.
@Document("transfers")
@TypeAlias("transfer")
@TenantOwned
public final class Transfer extends AggregateRoot {

  private String number;
  private TransferStatus status;
  private int attempt;
  private String fromWarehouseId;
  private String toWarehouseId;
  private Freight freight;
  private @Nullable String note;
  private People people;
  private @Nullable String reason;
  private List<Shortage> shortages;
  private @Nullable ServedShops served;
  private Instant createdAt;
  private Instant changedAt;
  private @Nullable Instant dueAt;
  private String correlationId;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Transfer() {}

  private Transfer(String id, String companyId, String number, TransferPlan plan, Act act) {
    super(id, companyId);
    this.number = number;
    this.fromWarehouseId = plan.fromWarehouseId();
    this.toWarehouseId = plan.toWarehouseId();
    this.freight = Freight.of(plan);
    this.note = plan.note();
    this.people = People.of(act);
    this.createdAt = act.at();
    this.shortages = List.of();
    this.correlationId = act.correlationId();
    this.status = TransferStatus.DRAFT;
    this.changedAt = act.at();
  }

  static Transfer draft(String id, String companyId, String number, TransferPlan plan, Act act) {
    return new Transfer(id, companyId, number, plan, act);
  }

  Outcome edit(TransferPlan plan, Act act) {
    require("editable", TransferStatus.DRAFT);
    if (plan.equals(plan())) {
      return Outcome.ALREADY;
    }
    fromWarehouseId = plan.fromWarehouseId();
    toWarehouseId = plan.toWarehouseId();
    freight = Freight.of(plan);
    note = plan.note();
    return become(TransferStatus.DRAFT, act);
  }

  /// @param needsApproval whether somebody else must agree; else it is approved by this
  /// @param served who waits for it: these shops are not closed before it has ended
  Outcome submit(boolean needsApproval, ServedShops served, Act act) {
    if (status == TransferStatus.SUBMITTED || status == TransferStatus.APPROVED) {
      return Outcome.ALREADY;
    }
    require("submittable", TransferStatus.DRAFT);
    people = people.submitted(act);
    this.served = served;
    Outcome submitted = become(TransferStatus.SUBMITTED, act);
    record(new TransferSubmitted(snapshot()));
    return needsApproval ? submitted : approved(act);
  }

  Outcome approve(Act act) {
    if (status == TransferStatus.APPROVED) {
      return Outcome.ALREADY;
    }
    require("approvable", TransferStatus.SUBMITTED);
    people.requireAnother(act);
    return approved(act);
  }

  Outcome reject(String why, Act act) {
    if (status == TransferStatus.REJECTED) {
      return Outcome.ALREADY;
    }
    require("rejectable", TransferStatus.SUBMITTED);
    people.requireAnother(act);
    people = people.decided(act);
    reason = why;
    Outcome rejected = become(TransferStatus.REJECTED, act);
    record(new TransferRejected(snapshot(), why));
    return rejected;
  }

  Outcome ship(Act act) {
    if (status == TransferStatus.SHIPPED) {
      return Outcome.ALREADY;
    }
    require("shippable", TransferStatus.APPROVED);
    shortages = List.of();
    return begin(TransferStatus.PICKING, act);
  }

  Outcome receive(String deliveryId, Delivery.Count count, Act act) {
    if (freight.knows(deliveryId)) {
      return Outcome.ALREADY;
    }
    require("receivable", TransferStatus.SHIPPED, TransferStatus.PARTLY_RECEIVED);
    freight = freight.delivered(deliveryId, count, act);
    return begin(TransferStatus.BOOKING, act);
  }

  Outcome cancel(String why, Act act) {
    if (status == TransferStatus.CANCELLED) {
      return Outcome.ALREADY;
    }
    if (status == TransferStatus.SHIPPED || status == TransferStatus.PARTLY_RECEIVED) {
      reason = why;
      return begin(TransferStatus.RETURNING, act);
    }
    require("cancellable", TransferStatus.DRAFT, TransferStatus.SUBMITTED, TransferStatus.APPROVED);
    reason = why;
    return cancelled(act);
  }

  /// Somebody begins to set units aside, and whoever was at it before is late from now on. Each
  /// worker does so under a number of its own, so its units are never taken for another's.
  Outcome takeOver(Act act) {
    return status == TransferStatus.PICKING ? begin(TransferStatus.PICKING, act) : Outcome.ALREADY;
  }

  /// The work of the present state is done. Whoever comes late finds it done already.
  ///
  /// @param done the state whose work it was
  /// @param by the attempt that has done it
  Outcome carried(TransferStatus done, int by, Act act) {
    if (status != done || attempt != by) {
      return Outcome.ALREADY;
    }
    return switch (status) {
      case PICKING -> become(TransferStatus.DISPATCHING, act);
      case UNPICKING -> become(TransferStatus.APPROVED, act);
      case DISPATCHING -> {
        Outcome shipped = become(TransferStatus.SHIPPED, act);
        record(new TransferShipped(snapshot()));
        yield shipped;
      }
      case BOOKING -> booked(act);
      case RETURNING -> {
        freight = freight.givenBack();
        yield cancelled(act);
      }
      case DRAFT, SUBMITTED, APPROVED, REJECTED, SHIPPED, PARTLY_RECEIVED, RECEIVED, CANCELLED ->
          throw new IllegalStateException("there is no work in " + status);
    };
  }

  /// The source has not enough: nothing leaves.
  Outcome fallShort(int by, List<Shortage> found, Act act) {
    if (status != TransferStatus.PICKING || attempt != by) {
      return Outcome.ALREADY;
    }
    shortages = found;
    return become(TransferStatus.UNPICKING, act);
  }

  private Outcome approved(Act act) {
    people = people.decided(act);
    Outcome approved = become(TransferStatus.APPROVED, act);
    record(new TransferApproved(snapshot()));
    return approved;
  }

  private Outcome booked(Act act) {
    Outcome booked =
        become(
            freight.isComplete() ? TransferStatus.RECEIVED : TransferStatus.PARTLY_RECEIVED, act);
    record(new TransferReceived(snapshot(), freight.lastGood()));
    return booked;
  }

  private Outcome cancelled(Act act) {
    Outcome cancelled = become(TransferStatus.CANCELLED, act);
    record(new TransferCancelled(snapshot(), Objects.requireNonNull(reason)));
    return cancelled;
  }

  private Outcome begin(TransferStatus work, Act act) {
    attempt++;
    return become(work, act);
  }

  private Outcome become(TransferStatus next, Act act) {
    status = next;
    changedAt = act.at();
    dueAt = next.isUnderWay() ? act.at() : null;
    correlationId = act.correlationId();
    return Outcome.APPLIED;
  }

  private void require(String what, TransferStatus... allowed) {
    if (status.isUnderWay()) {
      throw busy();
    }
    if (!List.of(allowed).contains(status)) {
      throw Refusal.conflict(
          "transfer_not_" + what, "Transfer " + number + " is " + status.wireName());
    }
  }

  Refusal busy() {
    return Refusal.conflict("transfer_busy", "Stock of " + number + " is being written; try again")
        .retryAfterSeconds(1);
  }

  private TransferSnapshot snapshot() {
    return new TransferSnapshot(
        id(),
        number,
        fromWarehouseId,
        toWarehouseId,
        served == null ? null : served.from(),
        served == null ? null : served.to(),
        status.wireName(),
        freight.sent());
  }

  public TransferPlan plan() {
    return new TransferPlan(fromWarehouseId, toWarehouseId, freight.sent(), note);
  }

  public String owner() {
    return Objects.requireNonNull(companyId());
  }

  public String number() {
    return number;
  }

  public TransferStatus status() {
    return status;
  }

  int attempt() {
    return attempt;
  }

  /// Up to this attempt, whatever is set aside is set aside for nothing.
  public int lastVainAttempt() {
    return status.setsAside() ? attempt - 1 : attempt;
  }

  public String fromWarehouseId() {
    return fromWarehouseId;
  }

  public String toWarehouseId() {
    return toWarehouseId;
  }

  public Freight freight() {
    return freight;
  }

  public List<TransferLine> lines() {
    return freight.lines();
  }

  public People people() {
    return people;
  }

  /// Why it was rejected or cancelled.
  public @Nullable String reason() {
    return reason;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant changedAt() {
    return changedAt;
  }

  List<Shortage> shortages() {
    return shortages;
  }

  String correlationId() {
    return correlationId;
  }

  @Nullable Instant dueAt() {
    return dueAt;
  }
}
