package io.emporium.sales.order;

import io.emporium.events.payment.ConfirmPaymentByHand;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import io.emporium.sales.checkout.Checkout;
import io.emporium.sales.checkout.CheckoutSaga;
import io.emporium.sales.checkout.Deal;
import io.emporium.sales.checkout.Decision;
import io.emporium.sales.checkout.SagaReply;
import io.emporium.sales.checkout.SagaReply.CancelAsked;
import io.emporium.sales.checkout.SagaStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// An order and the state of its saga, in one document: whoever writes first has decided.
@Document("orders")
@TypeAlias("order")
@TenantOwned(shop = "shopId", customer = "customerId")
public final class Order extends StoredOrder {

  /// A hold outlives the payment window by the time that asking everybody may take.
  private static final Duration HOLD_GRACE = Duration.ofMinutes(20);

  @PersistenceCreator
  private Order() {}

  private Order(Placement placement) {
    super(placement);
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

  /// A person has done by hand what the stuck step waits for.
  Outcome closeAttention(String reason, Instant now) {
    if (!checkout.stuck()) {
      throw Refusal.conflict(
          "order_needs_no_attention", "An order that is " + status.wireName() + " is not stuck");
    }
    SagaStep settled = checkout.step();
    follow(CheckoutSaga.vouch(checkout, deal(), now), now);
    note("closed_by_hand", now, settled.wireName() + ": " + reason);
    atTheTill(settled, now);
    return Outcome.APPLIED;
  }

  Outcome cancel(String reason, Instant now) {
    return switch (status) {
      case PLACED, AWAITING_PAYMENT, CONFIRMED -> callOff(reason, now);
      case NEEDS_ATTENTION -> {
        if (checkout.dead()) {
          throw notCancellable();
        }
        yield callOff(reason, now);
      }
      case CANCELLED -> Outcome.ALREADY;
      case PARTLY_FULFILLED, FULFILLED, COMPLETED ->
          throw Refusal.conflict(
              "order_already_shipped", "What was shipped can only be returned, not cancelled");
      case REJECTED, EXPIRED -> throw notCancellable();
    };
  }

  // What is packed, or waits at the counter, goes back to the shelf.
  private Outcome callOff(String reason, Instant now) {
    fulfilments = fulfilments.calledOff(now);
    return react(new CancelAsked(reason), now);
  }

  Outcome fulfil(FulfilOrder.Command command, Instant now) {
    return new Handover(this, now).begin(command);
  }

  Outcome move(String fulfilmentId, FulfilOrder.Move move, Instant now) {
    return new Handover(this, now).move(fulfilmentId, move);
  }

  /// The part of an order that gives goods back.
  public TakingBack takingBack() {
    return new TakingBack(this);
  }

  /// The part of an order that gives money back.
  public PayingBack payingBack() {
    return new PayingBack(this);
  }

  private Outcome take(Decision decision, String event, Instant now) {
    if (!decision.applied()) {
      return Outcome.ALREADY;
    }
    Checkout before = checkout;
    follow(decision, now);
    // Asking once more is no news.
    if (before.step() != checkout.step()
        || before.stuck() != checkout.stuck()
        || before.timesRefused() != checkout.timesRefused()) {
      note(event, now);
      atTheTill(before.step(), now);
    }
    return Outcome.APPLIED;
  }

  // The money lies in the drawer and the customer holds the goods: both only have to be written
  // down, as soon as there is a payment, and a deduction, to write it to.
  private void atTheTill(SagaStep before, Instant now) {
    if (till == null || before == checkout.step()) {
      return;
    }
    if (checkout.step() == SagaStep.AWAITING_PAYMENT) {
      send(new ConfirmPaymentByHand(id(), till.method(), till.reference(), till.staffId()));
    } else if (checkout.step() == SagaStep.DONE) {
      new Handover(this, now).overTheCounter(id() + "-till");
    }
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
    if (news && standing == OrderStatus.CONFIRMED) {
      confirmedAt = now;
    }
    become(checkout.stuck() ? OrderStatus.NEEDS_ATTENTION : standing, told);
    decision.commands().forEach(this::send);
    if (news) {
      OrderNews.commands(this, standing, now).forEach(this::send);
    }
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
        window,
        Objects.requireNonNullElse(paymentOptions, PaymentOptions.ANY));
  }

  private static Refusal notCancellable() {
    return Refusal.conflict("order_not_cancellable", "The order has ended already");
  }
}
