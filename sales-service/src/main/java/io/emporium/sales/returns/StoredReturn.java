package io.emporium.sales.returns;

import io.emporium.events.Money;
import io.emporium.kit.context.Cause;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.ReturnClaims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is stored of a return, and how it reads.
abstract sealed class StoredReturn extends AggregateRoot permits Return {

  private static final int MOST_NOTES = 60;

  String orderId;
  String orderNumber;
  String shopId;
  String customerId;
  @Nullable String customerEmail;
  String reason;
  String correlationId;
  Instant requestedAt;
  ReturnStatus status;
  ReturnLines lines;
  List<String> receipts = List.of();
  Errands errands = Errands.none();
  // Why it was rejected, or how it was closed.
  @Nullable String decision;
  // Why a person must look.
  @Nullable String trouble;
  List<ReturnNote> notes = List.of();

  // True while the sweeper has something to do, absent otherwise, so that its index stays small.
  @Nullable Boolean errandsOpen;

  @SuppressWarnings("NullAway.Init") // the store fills the fields
  StoredReturn() {}

  StoredReturn(Order order, ReturnClaims.Claim claim) {
    super(claim.returnId(), order.companyId());
    this.orderId = order.id();
    this.orderNumber = order.number();
    this.shopId = order.shopId();
    this.customerId = order.customerId();
    this.customerEmail = order.customerEmail();
    this.reason = claim.reason();
    this.correlationId = order.correlationId();
    this.requestedAt = claim.at();
    this.status = ReturnStatus.REQUESTED;
    this.lines = ReturnLines.of(order, claim);
  }

  final void become(ReturnStatus next, String event, @Nullable String why, Instant now) {
    if (status != next) {
      require(next);
    }
    status = next;
    note(event, why, now);
  }

  /// @throws Refusal conflict, named after the status it is in
  final void require(ReturnStatus next) {
    if (!status.next().contains(next)) {
      throw illegal(next);
    }
  }

  /// As [#require], where what a person may do is less than what may happen.
  final void requireIn(ReturnStatus only, ReturnStatus next) {
    if (status != only) {
      throw illegal(next);
    }
  }

  private Refusal illegal(ReturnStatus next) {
    return Refusal.conflict(
        "return_is_" + status.wireName(),
        "A return that is %s cannot become %s".formatted(status.wireName(), next.wireName()));
  }

  /// What has become of the errands.
  final ReturnStatus standing() {
    Errands.Refund refund = errands.refund();
    if (refund == null) {
      return ReturnStatus.RECEIVED;
    }
    return switch (refund.state()) {
      case ASKED -> ReturnStatus.REFUNDING;
      case DONE -> ReturnStatus.REFUNDED;
      case FAILED -> ReturnStatus.NEEDS_ATTENTION;
    };
  }

  /// What of that a person must look at; null when nothing is wrong.
  final @Nullable String refusal() {
    Errands.Refund refund = errands.refund();
    return refund != null && refund.state() == Errands.State.FAILED
        ? "refund_refused: " + refund.failure()
        : null;
  }

  final void follow(Errands next) {
    errands = next;
    errandsOpen = next.nextAskAt() == null ? null : true;
  }

  final void note(String event, @Nullable String why, Instant now) {
    List<ReturnNote> more = new ArrayList<>(notes);
    more.add(new ReturnNote(now, status, event, Cause.current().actor(), why));
    notes = List.copyOf(more.subList(Math.max(0, more.size() - MOST_NOTES), more.size()));
  }

  final void tell(String template) {
    ReturnNotice.of(this, template).ifPresent(this::send);
  }

  /// What has been given back, is on its way, or would be for all lines.
  final Money atStake() {
    Errands.Refund refund = errands.refund();
    return refund != null ? refund.amount() : lines.total();
  }

  /// What the units that have come back are worth.
  public Money refundable() {
    return lines.refund();
  }

  public Money refundedShipping() {
    Errands.Refund refund = errands.refund();
    return refund == null ? lines.zero() : refund.shipping();
  }

  /// Of what came back, with the shipping that goes back too; null before that was decided.
  public @Nullable Money worth() {
    Errands.Refund refund = errands.refund();
    return refund == null ? null : lines.refund().plus(refund.shipping());
  }

  /// What of that is given back: less where some of it had gone back before.
  public @Nullable Money refundAmount() {
    Errands.Refund refund = errands.refund();
    return refund == null ? null : refund.amount();
  }

  /// Whether good units came, and all of them are back in the stock.
  public boolean restocked() {
    return !errands.restocks().isEmpty() && errands.openRestocks().isEmpty();
  }

  public String orderId() {
    return orderId;
  }

  public String orderNumber() {
    return orderNumber;
  }

  @Override
  public String shopId() {
    return shopId;
  }

  public String customerId() {
    return customerId;
  }

  public String reason() {
    return reason;
  }

  public @Nullable String decision() {
    return decision;
  }

  public @Nullable String trouble() {
    return trouble;
  }

  public ReturnStatus status() {
    return status;
  }

  public List<ReturnLine> lines() {
    return lines.all();
  }

  public List<ReturnNote> notes() {
    return notes;
  }

  public Instant requestedAt() {
    return requestedAt;
  }

  String correlationId() {
    return correlationId;
  }
}
