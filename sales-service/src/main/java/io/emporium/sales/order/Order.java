package io.emporium.sales.order;

import io.emporium.events.order.OrderDelivered;
import io.emporium.kit.context.Cause;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import io.emporium.sales.checkout.Checkout;
import io.emporium.sales.checkout.CheckoutSaga;
import io.emporium.sales.checkout.Deal;
import io.emporium.sales.checkout.Decision;
import io.emporium.sales.checkout.SagaReply;
import io.emporium.sales.checkout.SagaReply.CancelAsked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// An order and the state of its saga, in one document: whoever writes first has decided.
@Document("orders")
@TypeAlias("order")
@TenantOwned(shop = "shopId", customer = "customerId")
public final class Order extends AggregateRoot {

  /// A hold outlives the payment window by the time that asking everybody may take.
  private static final Duration HOLD_GRACE = Duration.ofMinutes(20);

  private String number;
  private String shopId;
  private String customerId;
  private @Nullable String customerEmail;
  private Basket basket;
  private Delivery delivery;
  private Instant placedAt;
  private long paymentWindowSeconds;
  private String correlationId;
  private OrderStatus status;
  private Checkout checkout;

  // True while the sweeper has something to do, absent otherwise, so that its index stays small.
  @SuppressWarnings("UnusedVariable") // only the sweeper's query reads it
  private @Nullable Boolean sagaOpen;

  private Fulfilments fulfilments;
  private Timeline timeline;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Order() {}

  private Order(Placement placement) {
    super(placement.id(), placement.companyId());
    this.number = placement.number();
    this.shopId = placement.shopId();
    this.customerId = placement.buyer().customerId();
    this.customerEmail = placement.buyer().email();
    this.basket = placement.basket();
    this.delivery = placement.delivery();
    this.placedAt = placement.placedAt();
    this.paymentWindowSeconds = placement.paymentWindow().toSeconds();
    this.correlationId = placement.correlationId();
    this.status = OrderStatus.PLACED;
    this.checkout = Checkout.unborn();
    this.fulfilments = Fulfilments.none();
    this.timeline = Timeline.empty();
  }

  /// Accepts the order and has its stock held.
  static Order place(Placement placement) {
    Order order = new Order(placement);
    Instant now = placement.placedAt();
    order.record(OrderNews.created(order));
    order.follow(CheckoutSaga.begin(order.deal(), now), now);
    OrderNews.commands(order, OrderStatus.PLACED, now).forEach(order::send);
    order.note("placed", now);
    return order;
  }

  /// Keeps an order that cannot be accepted, so that its buyer finds out why.
  static Order rejected(Placement placement, String reason) {
    Order order = new Order(placement);
    Instant now = placement.placedAt();
    order.record(OrderNews.created(order));
    order.follow(CheckoutSaga.refuse(reason), now);
    order.note("refused", now);
    return order;
  }

  /// Takes what inventory, payment, a person or the clock has to say.
  public Outcome react(SagaReply reply, Instant now) {
    return take(CheckoutSaga.decide(checkout, reply, deal(), now), Timeline.nameOf(reply), now);
  }

  /// Does what is due at this moment, if anything is.
  Outcome wake(Instant now) {
    return take(CheckoutSaga.wake(checkout, deal(), now), "retried", now);
  }

  /// A person has mended what held the saga up.
  Outcome resume(Instant now) {
    return take(CheckoutSaga.resume(checkout, deal(), now), "resumed", now);
  }

  Outcome cancel(String reason, Instant now) {
    return switch (status) {
      case PLACED, AWAITING_PAYMENT, CONFIRMED -> react(new CancelAsked(reason), now);
      case NEEDS_ATTENTION -> {
        if (checkout.dead()) {
          throw notCancellable();
        }
        yield react(new CancelAsked(reason), now);
      }
      case CANCELLED -> Outcome.ALREADY;
      case PARTLY_FULFILLED, FULFILLED, COMPLETED ->
          throw Refusal.conflict(
              "order_already_shipped", "What was shipped can only be returned, not cancelled");
      case REJECTED, EXPIRED -> throw notCancellable();
    };
  }

  Outcome ship(ShipLines.Command shipment, Instant now) {
    if (fulfilments.find(shipment.fulfilmentId()).isPresent()) {
      return Outcome.ALREADY;
    }
    status.requireShippable(checkout);
    Fulfilment shipped =
        new Fulfilment(
            shipment.fulfilmentId(),
            fulfilments.pick(basket.lines(), shipment.portions()),
            shipment.carrier(),
            shipment.trackingNumber(),
            now,
            null);
    fulfilments = fulfilments.plus(shipped);
    record(OrderNews.shipped(this, shipped));
    boolean complete = fulfilments.complete(basket.lines());
    OrderStatus next = complete ? OrderStatus.FULFILLED : OrderStatus.PARTLY_FULFILLED;
    become(next, List.of(next));
    note("shipped", now);
    return Outcome.APPLIED;
  }

  Outcome deliver(String fulfilmentId, Instant now) {
    Fulfilment fulfilment =
        fulfilments
            .find(fulfilmentId)
            .orElseThrow(() -> Refusal.notFound("fulfilment", fulfilmentId));
    if (fulfilment.delivered()) {
      return Outcome.ALREADY;
    }
    fulfilments = fulfilments.arrived(fulfilmentId, now);
    record(new OrderDelivered(id(), fulfilmentId, customerId, shopId));
    if (status == OrderStatus.FULFILLED && fulfilments.allDelivered()) {
      become(OrderStatus.COMPLETED, List.of(OrderStatus.COMPLETED));
    }
    note("delivered", now);
    return Outcome.APPLIED;
  }

  private Outcome take(Decision decision, String event, Instant now) {
    if (!decision.applied()) {
      return Outcome.ALREADY;
    }
    Checkout before = checkout;
    follow(decision, now);
    // Asking once more is no news.
    if (before.step() != checkout.step() || before.stuck() != checkout.stuck()) {
      note(event, now);
    }
    return Outcome.APPLIED;
  }

  private void follow(Decision decision, Instant now) {
    Checkout before = checkout;
    checkout = decision.state();
    sagaOpen = checkout.nextActionAt() == null ? null : true;
    OrderStatus standing = OrderStatus.standing(checkout);
    // What was told before is not told again when an order comes back from needing attention.
    boolean news = standing != OrderStatus.standing(before);
    List<OrderStatus> told = new ArrayList<>();
    if (news) {
      told.add(standing);
    }
    if (checkout.stuck() && !before.stuck()) {
      told.add(OrderStatus.NEEDS_ATTENTION);
    }
    become(checkout.stuck() ? OrderStatus.NEEDS_ATTENTION : standing, told);
    decision.commands().forEach(this::send);
    if (news) {
      OrderNews.commands(this, standing, now).forEach(this::send);
    }
  }

  private void become(OrderStatus next, List<OrderStatus> told) {
    OrderStatus previous = status;
    if (next != previous && !previous.next().contains(next)) {
      throw new IllegalStateException("an order that is " + previous + " cannot be " + next);
    }
    status = next;
    told.forEach(each -> OrderNews.fact(this, each).ifPresent(this::record));
    if (next != previous) {
      record(OrderNews.updated(this, previous));
    }
  }

  private void note(String event, Instant now) {
    timeline =
        timeline.plus(
            new TimelineEntry(now, status, event, Cause.current().actor(), checkout.reason()));
  }

  private Deal deal() {
    Duration window = Duration.ofSeconds(paymentWindowSeconds);
    return new Deal(
        id(),
        number,
        customerId,
        shopId,
        basket.total(),
        basket.stock(),
        placedAt.plus(window).plus(HOLD_GRACE),
        window);
  }

  private static Refusal notCancellable() {
    return Refusal.conflict("order_not_cancellable", "The order has ended already");
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

  public OrderStatus status() {
    return status;
  }

  public Checkout checkout() {
    return checkout;
  }

  public Fulfilments fulfilments() {
    return fulfilments;
  }

  public Timeline timeline() {
    return timeline;
  }

  String correlationId() {
    return correlationId;
  }
}
