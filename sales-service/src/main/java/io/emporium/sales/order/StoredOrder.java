package io.emporium.sales.order;

import io.emporium.events.Command;
import io.emporium.events.Fact;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.kit.context.Cause;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.sales.checkout.Checkout;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is stored of an order, and how it reads. What can be done with it is in [Order] (the saga),
/// [Handover] (goods that leave), [TakingBack] (goods that come back) and [PayingBack] (the money
/// for them).
abstract sealed class StoredOrder extends AggregateRoot permits Order {

  String number;
  String shopId;
  String customerId;
  @Nullable String customerEmail;
  Basket basket;
  Delivery delivery;
  Instant placedAt;
  // The day of the sale, for its invoice; null for what was never paid.
  @Nullable Instant confirmedAt;
  long paymentWindowSeconds;
  // Null for what was placed before it was kept.
  @Nullable PaymentOptions paymentOptions;
  String correlationId;
  OrderStatus status;
  Checkout checkout;

  // True while the sweeper has something to do, absent otherwise, so that its index stays small.
  @Nullable Boolean sagaOpen;

  Fulfilments fulfilments;
  ReturnClaims returns;
  // Null while nothing has gone back.
  @Nullable Repayments repayments;
  // How it was paid at the till; null for what was not sold there.
  @Nullable TillPayment till;
  Timeline timeline;

  @SuppressWarnings("NullAway.Init") // the store fills the fields
  StoredOrder() {}

  StoredOrder(Placement placement) {
    super(placement.id(), placement.companyId());
    this.number = placement.number();
    this.shopId = placement.shopId();
    this.customerId = placement.buyer().customerId();
    this.customerEmail = placement.buyer().email();
    this.basket = placement.basket();
    this.delivery = placement.delivery();
    this.placedAt = placement.placedAt();
    this.paymentWindowSeconds = placement.paymentWindow().toSeconds();
    this.paymentOptions = placement.paymentOptions();
    this.correlationId = placement.correlationId();
    this.till = placement.till();
    this.status = OrderStatus.PLACED;
    this.checkout = Checkout.unborn();
    this.fulfilments = Fulfilments.none();
    this.returns = ReturnClaims.none();
    this.timeline = Timeline.empty();
  }

  /// Comes to a status of the state table, and says so.
  ///
  /// @param told the statuses whose specific facts are published besides
  void become(OrderStatus next, List<OrderStatus> told) {
    OrderStatus previous = status;
    if (next != previous && !previous.next().contains(next)) {
      throw new IllegalStateException("an order that is " + previous + " cannot be " + next);
    }
    status = next;
    told.forEach(each -> OrderNews.fact((Order) this, each).ifPresent(this::record));
    if (next != previous) {
      record(OrderNews.updated((Order) this, previous));
    }
  }

  void note(String event, Instant now) {
    note(event, now, checkout.reason());
  }

  void note(String event, Instant now, @Nullable String why) {
    timeline = timeline.plus(new TimelineEntry(now, status, event, Cause.current().actor(), why));
  }

  final void publish(Fact fact) {
    record(fact);
  }

  final void ask(Command command) {
    send(command);
  }

  public String number() {
    return number;
  }

  @Override
  public String shopId() {
    return shopId;
  }

  public String customerId() {
    return customerId;
  }

  public @Nullable String customerEmail() {
    return customerEmail;
  }

  public Basket basket() {
    return basket;
  }

  public Delivery delivery() {
    return delivery;
  }

  public Instant placedAt() {
    return placedAt;
  }

  public @Nullable Instant confirmedAt() {
    return confirmedAt;
  }

  public OrderStatus status() {
    return status;
  }

  public Checkout checkout() {
    return checkout;
  }

  public Fulfilments fulfilments() {
    return fulfilments;
  }

  public ReturnClaims returns() {
    return returns;
  }

  public Repayments repayments() {
    return repayments == null ? Repayments.none(basket.total()) : repayments;
  }

  public @Nullable TillPayment till() {
    return till;
  }

  public Timeline timeline() {
    return timeline;
  }

  public String correlationId() {
    return correlationId;
  }
}
