package io.emporium.sales.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Money;
import io.emporium.events.analytics.TrackSale;
import io.emporium.events.notification.SendNotification;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderConfirmed;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderNeedsAttention;
import io.emporium.events.order.OrderUpdated;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.events.payment.RefundPayment;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.sales.Stored;
import io.emporium.sales.checkout.SagaReply;
import io.emporium.sales.checkout.SagaReply.DeadlinePassed;
import io.emporium.sales.checkout.SagaReply.PaymentOpened;
import io.emporium.sales.checkout.SagaReply.PaymentTaken;
import io.emporium.sales.checkout.SagaReply.PaymentVoided;
import io.emporium.sales.checkout.SagaReply.RefundDone;
import io.emporium.sales.checkout.SagaReply.RefundFailed;
import io.emporium.sales.checkout.SagaReply.StockDeducted;
import io.emporium.sales.checkout.SagaReply.StockHeld;
import io.emporium.sales.checkout.SagaReply.StockRefused;
import io.emporium.sales.order.FulfilOrder.Move;
import io.emporium.sales.order.FulfilOrder.Parcel;
import io.emporium.sales.order.Fulfilments.Portion;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

  static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final Move DELIVERED = Move.to(FulfilmentState.DELIVERED);

  /// applied, already, or the code of the refusal
  @ParameterizedTest
  @CsvSource({
    "PLACED,           applied,               order_not_shippable,   already, order_not_shipped",
    "AWAITING_PAYMENT, applied,               order_not_shippable,   already, order_not_shipped",
    "CONFIRMED,        applied,               applied,               already, order_not_shipped",
    "REJECTED,         order_not_cancellable, order_not_shippable,   already, order_not_returnable",
    "CANCELLED,        already,               order_not_shippable,   already, order_not_returnable",
    "EXPIRED,          order_not_cancellable, order_not_shippable,   already, order_not_returnable",
    "PARTLY_FULFILLED, order_already_shipped, applied,               already, applied",
    "FULFILLED,        order_already_shipped, order_already_shipped, already, applied",
    "COMPLETED,        order_already_shipped, order_already_shipped, already, applied",
    "NEEDS_ATTENTION,  applied,               order_not_shippable,   applied, order_not_shipped",
  })
  void answersEveryCommandInEveryStatus(
      OrderStatus status, String cancel, String ship, String resume, String giveBack) {
    assertThat(answer(status, order -> order.takingBack().claim(wish("r1", 1), NOW)))
        .isEqualTo(giveBack);
    assertThat(answer(status, order -> order.closeAttention("done by hand", NOW)))
        .isEqualTo(status == OrderStatus.NEEDS_ATTENTION ? "applied" : "order_needs_no_attention");
    assertThat(answer(status, order -> order.cancel("changed_mind", NOW))).isEqualTo(cancel);
    assertThat(answer(status, order -> order.fulfil(all("f9"), NOW))).isEqualTo(ship);
    assertThat(answer(status, order -> order.resume(NOW))).isEqualTo(resume);
    assertThat(answer(status, order -> order.move("f9", DELIVERED, NOW)))
        .isEqualTo("fulfilment_not_found");
  }

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void everyStatusIsInTheTableAndCanBeReached(OrderStatus status) {
    assertThat(in(status).status()).isEqualTo(status);
    assertThat(status.next()).doesNotContain(status);
    boolean reachable =
        EnumSet.allOf(OrderStatus.class).stream().anyMatch(each -> each.next().contains(status));
    assertThat(reachable).isEqualTo(status != OrderStatus.PLACED);
  }

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void isReadBackAsItWasWritten(OrderStatus status) {
    Order written = in(status);
    if (status == OrderStatus.COMPLETED) {
      assertThat(written.takingBack().claim(wish("r1", 1), NOW)).isEqualTo(Outcome.APPLIED);
    }

    Order again = Stored.readBack(Order.class, written);

    assertThat(Stored.of(again)).isEqualTo(Stored.of(written));
    assertThat(again.basket()).isEqualTo(written.basket());
    assertThat(again.returns()).isEqualTo(written.returns());
    assertThat(again.fulfilments()).isEqualTo(written.fulfilments());
  }

  @Test
  void aNewOrderAsksForItsStock() {
    Order order = in(OrderStatus.PLACED);

    assertThat(order.recorded())
        .extracting(message -> message.getClass().getSimpleName())
        .containsExactly("OrderCreated", "ReserveStock", "SendNotification");
    assertThat(order.recorded().getFirst())
        .isInstanceOfSatisfying(
            OrderCreated.class,
            created -> assertThat(created.order().status()).isEqualTo("placed"));
  }

  @Test
  void confirmationTellsBuyerAndAnalytics() {
    Order order = in(OrderStatus.CONFIRMED);

    assertThat(of(order, OrderConfirmed.class)).hasSize(1);
    assertThat(of(order, OrderUpdated.class))
        .extracting(OrderUpdated::status)
        .containsExactly("awaiting_payment", "confirmed");
    assertThat(of(order, SendNotification.class))
        .extracting(SendNotification::template)
        .containsExactly("order_placed", "order_confirmed");
    assertThat(of(order, SendNotification.class).getLast().variables())
        .containsEntry("number", "ORD-000001")
        .containsEntry("total", "29.97 USD");
    TrackSale sale = of(order, TrackSale.class).getFirst();
    assertThat(sale.net().plus(sale.tax())).isEqualTo(sale.total());
  }

  @Test
  void attentionIsVisibleAndTellsNothingTwice() {
    Order order = in(OrderStatus.CANCELLED);
    apply(order, new PaymentTaken());
    apply(order, new RefundFailed("refund-o1", "closed_account"));
    assertThat(order.status()).isEqualTo(OrderStatus.NEEDS_ATTENTION);
    assertThat(of(order, OrderNeedsAttention.class)).hasSize(1);

    apply(order, new RefundDone("refund-o1"));

    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(of(order, OrderCancelled.class)).hasSize(1);
    assertThat(of(order, RefundPayment.class)).hasSize(1);
    assertThatThrownBy(() -> order.fulfil(all("f1"), NOW)).isInstanceOf(Refusal.class);
  }

  @Test
  void shipsNoMoreThanWasOrdered() {
    Order order = in(OrderStatus.CONFIRMED);

    assertThat(order.fulfil(some("f1", 2), NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(order.fulfil(some("f1", 2), NOW)).isEqualTo(Outcome.ALREADY);
    assertThatThrownBy(() -> order.fulfil(some("f2", 2), NOW))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("more_than_ordered"));
    assertThat(order.status()).isEqualTo(OrderStatus.PARTLY_FULFILLED);
    assertThat(order.move("f1", DELIVERED, NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(order.fulfil(all("f2"), NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(order.status()).isEqualTo(OrderStatus.FULFILLED);
    assertThat(order.move("f2", DELIVERED, NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(order.move("f2", DELIVERED, NOW)).isEqualTo(Outcome.ALREADY);
    assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
  }

  @Test
  void isNotShippedBeforeItsStockIsTaken() {
    Order order = in(OrderStatus.AWAITING_PAYMENT);
    apply(order, new PaymentTaken());

    assertThatThrownBy(() -> order.fulfil(all("f1"), NOW))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("order_not_ready"));
  }

  @Test
  void keepsItsTimelineBounded() {
    Timeline timeline = Timeline.empty();
    for (int n = 0; n < 100; n++) {
      timeline =
          timeline.plus(new TimelineEntry(NOW, OrderStatus.PLACED, "event-" + n, "system", null));
    }
    assertThat(timeline.entries()).hasSize(60);
    assertThat(timeline.entries().getLast().event()).isEqualTo("event-99");
  }

  private static String answer(OrderStatus status, Function<Order, Outcome> command) {
    try {
      return command.apply(in(status)) == Outcome.APPLIED ? "applied" : "already";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  static ReturnClaims.Wish wish(String returnId, int quantity) {
    return new ReturnClaims.Wish(returnId, List.of(new Portion(1, quantity)), "too small");
  }

  static Order in(OrderStatus status) {
    return switch (status) {
      case PLACED -> Order.place(placement());
      case AWAITING_PAYMENT -> apply(in(OrderStatus.PLACED), new StockHeld(), new PaymentOpened());
      case CONFIRMED ->
          apply(in(OrderStatus.AWAITING_PAYMENT), new PaymentTaken(), new StockDeducted());
      case REJECTED -> apply(in(OrderStatus.PLACED), new StockRefused("insufficient_stock"));
      case CANCELLED -> after(in(OrderStatus.PLACED), order -> order.cancel("changed_mind", NOW));
      case EXPIRED ->
          apply(in(OrderStatus.AWAITING_PAYMENT), new DeadlinePassed(), new PaymentVoided());
      case PARTLY_FULFILLED ->
          after(in(OrderStatus.CONFIRMED), order -> order.fulfil(some("f1", 1), NOW));
      case FULFILLED -> after(in(OrderStatus.CONFIRMED), order -> order.fulfil(all("f1"), NOW));
      case COMPLETED -> after(in(OrderStatus.FULFILLED), order -> order.move("f1", DELIVERED, NOW));
      case NEEDS_ATTENTION ->
          apply(in(OrderStatus.AWAITING_PAYMENT), new PaymentTaken(), new DeadlinePassed());
    };
  }

  static Order apply(Order order, SagaReply... replies) {
    for (SagaReply reply : replies) {
      assertThat(order.react(reply, NOW)).isEqualTo(Outcome.APPLIED);
    }
    return order;
  }

  private static Order after(Order order, Function<Order, Outcome> command) {
    assertThat(command.apply(order)).isEqualTo(Outcome.APPLIED);
    return order;
  }

  static <T> List<T> of(Order order, Class<T> type) {
    return order.recorded().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static FulfilOrder.Command all(String fulfilmentId) {
    return new FulfilOrder.Command(fulfilmentId, List.of(), null, new Parcel("DHL", "T-1"));
  }

  static FulfilOrder.Command some(String fulfilmentId, int quantity) {
    return new FulfilOrder.Command(
        fulfilmentId, List.of(new Portion(1, quantity)), null, Parcel.NONE);
  }

  private static Placement placement() {
    return placement(FulfilmentMethod.DELIVERY, null);
  }

  static Placement placement(FulfilmentMethod method, TillPayment till) {
    return placement(999, method, till);
  }

  static Placement placement(long price, FulfilmentMethod method, TillPayment till) {
    var items = List.of(new PricedItem("p1", "TEA", "Tea", 3, Money.of(price, "USD"), "standard"));
    return new Placement(
        "o1",
        "acme",
        "s1",
        "ORD-000001",
        new Buyer("c1", "c1@example.com"),
        Basket.of(items, new TaxCalculation(true, List.of()), Basket.Extras.NONE),
        new Delivery(method, null, null),
        Duration.ofMinutes(30),
        PaymentOptions.ANY,
        NOW,
        "cor-1",
        till);
  }
}
