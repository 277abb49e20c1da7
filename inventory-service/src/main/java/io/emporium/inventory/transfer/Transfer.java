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
  private String fromWarehouseId;
  private String toWarehouseId;
  private Freight freight;
  private @Nullable String note;
  private People people;
  private @Nullable String reason;
  private List<Shortage> shortages;
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
    return switch (status) {
      case DRAFT -> {
        if (plan.equals(plan())) {
          yield Outcome.ALREADY;
        }
        fromWarehouseId = plan.fromWarehouseId();
        toWarehouseId = plan.toWarehouseId();
        freight = Freight.of(plan);
        note = plan.note();
        yield become(TransferStatus.DRAFT, act);
      }
      case SUBMITTED,
          APPROVED,
          REJECTED,
          PICKING,
          UNPICKING,
          DISPATCHING,
          SHIPPED,
          BOOKING,
          PARTLY_RECEIVED,
          RECEIVED,
          RETURNING,
          CANCELLED ->
          throw refused("editable");
    };
  }

  /// @param needsApproval whether somebody else must agree; else it is approved by this
  Outcome submit(boolean needsApproval, Act act) {
    return switch (status) {
      case DRAFT -> {
        people = people.submitted(act);
        Outcome submitted = become(TransferStatus.SUBMITTED, act);
        record(new TransferSubmitted(snapshot()));
        yield needsApproval ? submitted : approved(act);
      }
      case SUBMITTED, APPROVED -> Outcome.ALREADY;
      case REJECTED,
          PICKING,
          UNPICKING,
          DISPATCHING,
          SHIPPED,
          BOOKING,
          PARTLY_RECEIVED,
          RECEIVED,
          RETURNING,
          CANCELLED ->
          throw refused("submittable");
    };
  }

  Outcome approve(Act act) {
    return switch (status) {
      case SUBMITTED -> {
        people.requireAnother(act);
        yield approved(act);
      }
      case APPROVED -> Outcome.ALREADY;
      case DRAFT,
          REJECTED,
          PICKING,
          UNPICKING,
          DISPATCHING,
          SHIPPED,
          BOOKING,
          PARTLY_RECEIVED,
          RECEIVED,
          RETURNING,
          CANCELLED ->
          throw refused("approvable");
    };
  }

  Outcome reject(String why, Act act) {
    return switch (status) {
      case SUBMITTED -> {
        people.requireAnother(act);
        people = people.decided(act);
        reason = why;
        Outcome rejected = become(TransferStatus.REJECTED, act);
        record(new TransferRejected(snapshot(), why));
        yield rejected;
      }
      case REJECTED -> Outcome.ALREADY;
      case DRAFT,
          APPROVED,
          PICKING,
          UNPICKING,
          DISPATCHING,
          SHIPPED,
          BOOKING,
          PARTLY_RECEIVED,
          RECEIVED,
          RETURNING,
          CANCELLED ->
          throw refused("rejectable");
    };
  }

  Outcome ship(Act act) {
    return switch (status) {
      case APPROVED -> {
        shortages = List.of();
        yield become(TransferStatus.PICKING, act);
      }
      case SHIPPED -> Outcome.ALREADY;
      case DRAFT,
          SUBMITTED,
          REJECTED,
          PICKING,
          UNPICKING,
          DISPATCHING,
          BOOKING,
          PARTLY_RECEIVED,
          RECEIVED,
          RETURNING,
          CANCELLED ->
          throw refused("shippable");
    };
  }

  Outcome receive(String deliveryId, Delivery.Count count, Act act) {
    if (freight.knows(deliveryId)) {
      return Outcome.ALREADY;
    }
    return switch (status) {
      case SHIPPED, PARTLY_RECEIVED -> {
        freight = freight.delivered(deliveryId, count, act);
        yield become(TransferStatus.BOOKING, act);
      }
      case DRAFT,
          SUBMITTED,
          APPROVED,
          REJECTED,
          PICKING,
          UNPICKING,
          DISPATCHING,
          BOOKING,
          RECEIVED,
          RETURNING,
          CANCELLED ->
          throw refused("receivable");
    };
  }

  Outcome cancel(String why, Act act) {
    return switch (status) {
      case DRAFT, SUBMITTED, APPROVED -> {
        reason = why;
        yield cancelled(act);
      }
      case SHIPPED, PARTLY_RECEIVED -> {
        reason = why;
        yield become(TransferStatus.RETURNING, act);
      }
      case CANCELLED -> Outcome.ALREADY;
      case REJECTED, PICKING, UNPICKING, DISPATCHING, BOOKING, RECEIVED, RETURNING ->
          throw refused("cancellable");
    };
  }

  /// The work of the present state is done. Whoever comes late finds it done already.
  ///
  /// @param done the state whose work it was
  Outcome carried(TransferStatus done, Act act) {
    if (status != done) {
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
  Outcome fallShort(List<Shortage> found, Act act) {
    if (status != TransferStatus.PICKING) {
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

  private Outcome become(TransferStatus next, Act act) {
    status = next;
    changedAt = act.at();
    dueAt = next.isUnderWay() ? act.at() : null;
    correlationId = act.correlationId();
    return Outcome.APPLIED;
  }

  private Refusal refused(String what) {
    return status.isUnderWay()
        ? Refusal.conflict("transfer_busy", "Stock of " + number + " is being written; try again")
            .retryAfterSeconds(1)
        : Refusal.conflict(
            "transfer_not_" + what, "Transfer " + number + " is " + status.wireName());
  }

  private TransferSnapshot snapshot() {
    return new TransferSnapshot(
        id(), number, fromWarehouseId, toWarehouseId, status.wireName(), freight.sent());
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
