package io.emporium.sales.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.notification.SendNotification;
import io.emporium.events.order.OrderCompleted;
import io.emporium.events.order.OrderDelivered;
import io.emporium.events.order.OrderShipped;
import io.emporium.events.payment.ConfirmPaymentByHand;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.sales.checkout.SagaReply;
import io.emporium.sales.order.FulfilOrder.Command;
import io.emporium.sales.order.FulfilOrder.Move;
import io.emporium.sales.order.FulfilOrder.Parcel;
import io.emporium.sales.order.Fulfilments.Portion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FulfilmentTest {

  private static final Instant NOW = OrderTest.NOW;

  /// ok, same (already so), or no (the state is named by the refusal)
  @ParameterizedTest
  @CsvSource({
    "DELIVERY, PACKED,    ok, no,   no,   no, ok",
    "DELIVERY, SHIPPED,   same, ok, no,   no, no",
    "DELIVERY, DELIVERED, no, same, no,   no, no",
    "DELIVERY, CANCELLED, no, no,   no,   no, same",
    "PICKUP,   PACKED,    no, no,   ok,   ok, ok",
    "PICKUP,   READY,     no, no,   same, ok, ok",
    "PICKUP,   PICKED_UP, no, no,   no, same, no",
    "PICKUP,   CANCELLED, no, no,   no,   no, same",
  })
  void followsItsStateTable(
      FulfilmentMethod method,
      FulfilmentState from,
      String ship,
      String deliver,
      String ready,
      String pickUp,
      String cancel) {
    assertThat(answer(method, from, FulfilmentState.SHIPPED)).isEqualTo(ship);
    assertThat(answer(method, from, FulfilmentState.DELIVERED)).isEqualTo(deliver);
    assertThat(answer(method, from, FulfilmentState.READY)).isEqualTo(ready);
    assertThat(answer(method, from, FulfilmentState.PICKED_UP)).isEqualTo(pickUp);
    assertThat(answer(method, from, FulfilmentState.CANCELLED)).isEqualTo(cancel);
  }

  @Test
  void packsInPartsAndNeverMoreThanWasOrdered() {
    Order order = paid(FulfilmentMethod.DELIVERY);
    begin(order, "f1", 2, FulfilmentState.PACKED);

    assertRefused(() -> begin(order, "f2", 2, FulfilmentState.PACKED), "more_than_ordered");
    begin(order, "f2", 1, FulfilmentState.PACKED);
    assertRefused(() -> begin(order, "f3", 0, null), "nothing_left_to_pack");
    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);

    move(order, "f1", FulfilmentState.SHIPPED);
    assertThat(order.status()).isEqualTo(OrderStatus.PARTLY_FULFILLED);
    move(order, "f2", FulfilmentState.CANCELLED);
    begin(order, "f3", 1, FulfilmentState.SHIPPED);
    assertThat(order.status()).isEqualTo(OrderStatus.FULFILLED);
    move(order, "f3", FulfilmentState.DELIVERED);
    assertThat(order.status()).isEqualTo(OrderStatus.FULFILLED);
    move(order, "f1", FulfilmentState.DELIVERED);
    assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
    assertThat(OrderTest.of(order, OrderShipped.class)).hasSize(2);
    assertThat(OrderTest.of(order, OrderDelivered.class)).hasSize(2);
  }

  @Test
  void whatWillNeverLeaveEndsTheOrderAndCanBeGivenBack() {
    Order order = paid(FulfilmentMethod.DELIVERY);
    assertRefused(() -> begin(order, "f0", 3, FulfilmentState.CALLED_OFF), "order_not_shipped");
    begin(order, "f1", 1, FulfilmentState.SHIPPED);
    begin(order, "f2", 1, FulfilmentState.PACKED);

    assertRefused(() -> begin(order, "f3", 2, FulfilmentState.CALLED_OFF), "more_than_ordered");
    begin(order, "f3", 1, FulfilmentState.CALLED_OFF);
    assertRefused(() -> move(order, "f3", FulfilmentState.CANCELLED), "fulfilment_is_called_off");
    move(order, "f2", FulfilmentState.CANCELLED);
    assertThat(order.status()).isEqualTo(OrderStatus.PARTLY_FULFILLED);
    begin(order, "f4", 0, FulfilmentState.CALLED_OFF);
    assertThat(order.status()).isEqualTo(OrderStatus.FULFILLED);
    assertRefused(() -> begin(order, "f5", 0, null), "order_already_shipped");
    move(order, "f1", FulfilmentState.DELIVERED);

    assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
    assertThat(OrderTest.of(order, OrderShipped.class)).hasSize(1);
    assertThat(order.takingBack().claim(OrderTest.wish("r1", 2), NOW)).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void whatIsPackedGoesBackToTheShelfWhenTheOrderIsCalledOff() {
    Order order = paid(FulfilmentMethod.PICKUP);
    begin(order, "f1", 3, FulfilmentState.READY);

    assertThat(order.cancel("changed_mind", NOW)).isEqualTo(Outcome.APPLIED);

    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order.fulfilments().all().getFirst().state()).isEqualTo(FulfilmentState.CANCELLED);
    assertRefused(() -> move(order, "f1", FulfilmentState.PICKED_UP), "fulfilment_is_cancelled");
  }

  @Test
  void whatIsPickedUpIsFulfilledAndCompleteAtOnce() {
    Order order = paid(FulfilmentMethod.PICKUP);
    assertThat(order.fulfil(OrderTest.some("f1", 3), NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(order.fulfilments().all().getFirst().state()).isEqualTo(FulfilmentState.READY);
    assertThat(OrderTest.of(order, SendNotification.class).getLast().template())
        .isEqualTo("order_ready");

    move(order, "f1", FulfilmentState.PICKED_UP);

    assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
    assertThat(OrderTest.of(order, OrderCompleted.class)).hasSize(1);
  }

  @Test
  void aDeliveryCannotBeginAtTheCounter() {
    Order order = paid(FulfilmentMethod.DELIVERY);

    assertRefused(() -> begin(order, "f1", 1, FulfilmentState.READY), "invalid_request");
    assertRefused(() -> begin(order, "f1", 1, FulfilmentState.DELIVERED), "invalid_request");
  }

  @Test
  void aSaleAtTheTillIsConfirmedByItselfAndHandedOverWithTheDeduction() {
    TillPayment till = new TillPayment("cash", "till", "staff-1", null);
    Order sale = Order.place(OrderTest.placement(FulfilmentMethod.IN_STORE, till));

    OrderTest.apply(sale, new SagaReply.StockHeld(), new SagaReply.PaymentOpened());
    assertThat(OrderTest.of(sale, ConfirmPaymentByHand.class))
        .containsExactly(new ConfirmPaymentByHand("o1", "cash", "till", "staff-1"));
    OrderTest.apply(sale, new SagaReply.PaymentTaken());
    assertThat(sale.status()).isEqualTo(OrderStatus.CONFIRMED);
    OrderTest.apply(sale, new SagaReply.StockDeducted());

    assertThat(sale.status()).isEqualTo(OrderStatus.COMPLETED);
    assertThat(sale.fulfilments().all()).hasSize(1);
    assertThat(sale.react(new SagaReply.StockDeducted(), NOW)).isEqualTo(Outcome.ALREADY);
    assertThat(OrderTest.of(sale, ConfirmPaymentByHand.class)).hasSize(1);
  }

  private static String answer(FulfilmentMethod method, FulfilmentState from, FulfilmentState to) {
    Order order = paid(method);
    begin(order, "f1", 3, FulfilmentState.PACKED);
    switch (from) {
      case PACKED -> {}
      case DELIVERED -> {
        move(order, "f1", FulfilmentState.SHIPPED);
        move(order, "f1", FulfilmentState.DELIVERED);
      }
      case SHIPPED, READY, PICKED_UP, CANCELLED, CALLED_OFF -> move(order, "f1", from);
    }
    try {
      return order.move("f1", Move.to(to), NOW) == Outcome.APPLIED ? "ok" : "same";
    } catch (Refusal refusal) {
      assertThat(refusal.code()).isEqualTo("fulfilment_is_" + from.wireName());
      return "no";
    }
  }

  private static Order paid(FulfilmentMethod method) {
    return OrderTest.apply(
        Order.place(OrderTest.placement(method, null)),
        new SagaReply.StockHeld(),
        new SagaReply.PaymentOpened(),
        new SagaReply.PaymentTaken(),
        new SagaReply.StockDeducted());
  }

  private static void begin(Order order, String id, int quantity, FulfilmentState state) {
    List<Portion> portions = quantity == 0 ? List.of() : List.of(new Portion(1, quantity));
    assertThat(order.fulfil(new Command(id, portions, state, Parcel.NONE), NOW))
        .isEqualTo(Outcome.APPLIED);
  }

  private static void move(Order order, String id, FulfilmentState to) {
    assertThat(order.move(id, Move.to(to), NOW)).isEqualTo(Outcome.APPLIED);
  }

  private static void assertRefused(Runnable command, String code) {
    assertThatThrownBy(command::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
