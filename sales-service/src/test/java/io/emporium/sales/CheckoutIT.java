package io.emporium.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Message;
import io.emporium.events.Money;
import io.emporium.events.analytics.TrackSale;
import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.ReleaseStock;
import io.emporium.events.inventory.ReservationFailed;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.inventory.RestockItems;
import io.emporium.events.inventory.Shortage;
import io.emporium.events.inventory.StockReleased;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.inventory.StockRestocked;
import io.emporium.events.notification.SendNotification;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderConfirmed;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderNeedsAttention;
import io.emporium.events.order.OrderRejected;
import io.emporium.events.order.OrderUpdated;
import io.emporium.events.payment.PaymentFailed;
import io.emporium.events.payment.PaymentRefundFailed;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.events.payment.PaymentVoided;
import io.emporium.events.payment.RefundPayment;
import io.emporium.events.payment.VoidPayment;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The saga over a real broker; inventory and payment are played by the test.
@ServiceTest
class CheckoutIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @Test
  void goesFromPlacedToConfirmed() {
    Story story = story();

    String id = story.confirmed();

    broker.awaitPublished(DeductStock.class, e -> e.orderId().equals(id));
    var confirmed = broker.awaitPublished(OrderConfirmed.class, e -> is(id, e.order().orderId()));
    assertThat(confirmed.data().order().status()).isEqualTo("confirmed");
    var sale = broker.awaitPublished(TrackSale.class, e -> is(id, e.orderId()));
    assertThat(sale.data().net()).isEqualTo(Money.of(1_680, "USD"));
    broker.awaitPublished(
        SendNotification.class,
        e -> e.userId().equals(story.customer) && e.template().equals("order_confirmed"));
    assertThat(broker.published(OrderUpdated.class, e -> is(id, e.orderId())))
        .extracting(e -> e.data().status())
        .containsExactly("awaiting_payment", "confirmed");
    assertThat(story.timeline(id))
        .contains("placed", "stock_held", "payment_opened", "payment_taken", "stock_deducted");
    assertThat(story.buyer().get("/api/orders/" + id).text("/payment/status")).isEqualTo("paid");
  }

  @Test
  void everyMessageMayComeTwice() {
    Story story = story();
    String id = story.placed();
    twice(story, story.held(id));
    story.awaitStatus(id, "awaiting_payment");
    twice(story, story.opened(id));
    twice(story, story.paid(id));
    story.awaitStatus(id, "confirmed");
    twice(story, story.deducted(id));
    story.awaitEvent(id, "stock_deducted");
    twice(story, story.paid(id));
    twice(story, story.held(id));
    story.reply(new StockReleased(id, "nothing"));

    String marker = story.confirmed();

    assertThat(marker).isNotEqualTo(id);
    assertThat(count(ReserveStock.class, e -> is(id, e.orderId()))).isEqualTo(1);
    assertThat(count(DeductStock.class, e -> is(id, e.orderId()))).isEqualTo(1);
    assertThat(count(OrderConfirmed.class, e -> is(id, e.order().orderId()))).isEqualTo(1);
    assertThat(count(TrackSale.class, e -> is(id, e.orderId()))).isEqualTo(1);
    assertThat(count(RefundPayment.class, e -> is(id, e.orderId()))).isZero();
    assertThat(count(ReleaseStock.class, e -> is(id, e.orderId()))).isZero();
    assertThat(story.buyer().get("/api/orders/" + id).text("/status")).isEqualTo("confirmed");
  }

  @Test
  void theNewsOfThePaymentMayOvertakeThatOfTheHold() {
    Story story = story();
    String id = story.placed();
    story.reply(story.paid(id));
    story.awaitEvent(id, "payment_taken");
    story.reply(story.opened(id));
    assertThat(count(DeductStock.class, e -> is(id, e.orderId()))).isZero();

    story.reply(story.held(id));

    story.awaitStatus(id, "confirmed");
    broker.awaitPublished(DeductStock.class, e -> e.orderId().equals(id));
  }

  @Test
  void aReplyMayOvertakeTheOrderOfItsCart() {
    Story story = story();
    String id = "order-of-" + story.product;
    story.reply(story.held(id));

    new Carts(story).checkOut(id, 1_999);

    // The reply found no order and waits five seconds in the retry queue.
    story.awaitStatus(id, "awaiting_payment");
  }

  @Test
  void rejectsWhatIsNotInStock() {
    Story story = story();
    String id = story.placed();

    story.reply(
        new ReservationFailed(id, "insufficient_stock", List.of(new Shortage("TEA", 1, 0))));

    story.awaitStatus(id, "rejected");
    var rejected = broker.awaitPublished(OrderRejected.class, e -> is(id, e.orderId()));
    assertThat(rejected.data().reason()).isEqualTo("insufficient_stock");
    story
        .buyer()
        .post("/api/orders/" + id + "/cancel", null)
        .expectProblem(409, "order_not_cancellable");
  }

  @Test
  void aDeclinedPaymentFreesTheStock() {
    Story story = story();
    String id = story.payable();

    story.reply(new PaymentFailed("pay-" + id, id, story.customer, "card_declined"));

    story.awaitStatus(id, "cancelled");
    var release = broker.awaitPublished(ReleaseStock.class, e -> is(id, e.orderId()));
    assertThat(release.data().reason()).isEqualTo("payment_failed");
    var cancelled = broker.awaitPublished(OrderCancelled.class, e -> is(id, e.orderId()));
    assertThat(cancelled.data().reason()).isEqualTo("payment_failed");
    broker.awaitPublished(
        SendNotification.class,
        e -> e.userId().equals(story.customer) && e.template().equals("payment_failed"));
    story.reply(new StockReleased(id, "payment_failed"));
    story.awaitEvent(id, "stock_released");
  }

  @Test
  void moneyThatComesForADeadOrderGoesBackOnce() {
    Story story = story();
    String id = story.payable();
    story
        .buyer()
        .post("/api/orders/" + id + "/cancel", Map.of("reason", "changed_mind"))
        .expect(200);
    broker.awaitPublished(VoidPayment.class, e -> is(id, e.orderId()));
    broker.awaitPublished(ReleaseStock.class, e -> is(id, e.orderId()));

    twice(story, story.paid(id));
    var refund = broker.awaitPublished(RefundPayment.class, e -> is(id, e.orderId()));
    assertThat(refund.data().refundId()).isEqualTo("refund-" + id);
    assertThat(refund.data().amount()).isEqualTo(Money.of(1_999, "USD"));
    twice(story, new PaymentRefunded("pay-" + id, id, "refund-" + id, Money.of(1_999, "USD")));
    story.awaitEvent(id, "refund_done");
    twice(story, new StockReleased(id, "changed_mind"));
    story.awaitEvent(id, "stock_released");
    twice(story, story.paid(id));
    story.payable();

    assertThat(count(RefundPayment.class, e -> is(id, e.orderId()))).isEqualTo(1);
    var order = story.buyer().get("/api/orders/" + id);
    assertThat(order.text("/status")).isEqualTo("cancelled");
    assertThat(order.text("/payment/status")).isEqualTo("refunded");
  }

  @Test
  void callingOffAfterPaymentRefundsAndRestocks() {
    Story story = story();
    String id = story.confirmed();

    story.buyer().post("/api/orders/" + id + "/cancel", null).expect(200);

    broker.awaitPublished(RefundPayment.class, e -> is(id, e.orderId()));
    assertThat(count(RestockItems.class, e -> is(id, e.orderId()))).isZero();
    story.reply(new PaymentRefunded("pay-" + id, id, "refund-" + id, Money.of(1_999, "USD")));
    var restock = broker.awaitPublished(RestockItems.class, e -> is(id, e.orderId()));
    story.reply(new StockRestocked(id, restock.data().restockId(), story.lines()));
    story.awaitEvent(id, "stock_restocked");
    assertThat(
            story.buyer().post("/api/orders/" + id + "/cancel", null).expect(200).text("/status"))
        .isEqualTo("cancelled");
  }

  @Test
  void aRefusedRefundIsAskedForAnewWhenAnOperatorSaysSo() {
    Story story = story();
    String id = story.confirmed();
    story.buyer().post("/api/orders/" + id + "/cancel", null).expect(200);
    broker.awaitPublished(RefundPayment.class, e -> is(id, e.orderId()));
    twice(story, new PaymentRefundFailed("pay-" + id, id, "refund-" + id, "account_closed"));
    story.awaitStatus(id, "needs_attention");
    var told = broker.awaitPublished(OrderNeedsAttention.class, e -> is(id, e.orderId()));
    assertThat(told.data().reason()).isEqualTo("refund_refused");

    story.admin().post("/api/orders/" + id + "/resume", null).expect(200);

    String second = "refund-" + id + "-2";
    broker.awaitPublished(RefundPayment.class, e -> is(second, e.refundId()));
    story.reply(new PaymentRefunded("pay-" + id, id, second, Money.of(1_999, "USD")));
    broker.awaitPublished(RestockItems.class, e -> is(id, e.orderId()));
    story.awaitStatus(id, "cancelled");
    // A command that waits for its answer is sent again, the same.
    assertThat(broker.published(RefundPayment.class, e -> is(id, e.orderId())))
        .extracting(e -> e.data().refundId())
        .containsOnly("refund-" + id, second);
  }

  @Test
  void whatWentBackByHandIsNotMissedWhenTheOrderIsCalledOff() {
    Story story = story();
    String id = story.confirmed();
    story.reply(new PaymentRefunded("pay-" + id, id, "by-hand-" + id, Money.of(1_999, "USD")));
    story.buyer().post("/api/orders/" + id + "/cancel", null).expect(200);
    broker.awaitPublished(RefundPayment.class, e -> is(id, e.orderId()));

    twice(story, new PaymentRefundFailed("pay-" + id, id, "refund-" + id, "exceeds_captured"));

    broker.awaitPublished(RestockItems.class, e -> is(id, e.orderId()));
    story.awaitEvent(id, "nothing_to_refund");
    var order = story.buyer().get("/api/orders/" + id);
    assertThat(order.text("/status")).isEqualTo("cancelled");
    assertThat(order.text("/payment/status")).isEqualTo("refunded");
  }

  @Test
  void payingAndCancellingAtOnceGivesTheMoneyBackOnce() throws Exception {
    Story story = story();
    int interleavings = Integer.getInteger("race.interleavings", 5);
    for (int n = 0; n < interleavings; n++) {
      String id = story.payable();
      try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
        both.invokeAll(
                List.<Callable<Object>>of(
                    () -> story.reply(story.paid(id)),
                    () -> story.buyer().post("/api/orders/" + id + "/cancel", null)))
            .forEach(each -> assertThat(each.isDone()).isTrue());
      }
      story.awaitStatus(id, "cancelled");
      broker.awaitPublished(RefundPayment.class, e -> is(id, e.orderId()));
      assertThat(count(RefundPayment.class, e -> is(id, e.orderId()))).isEqualTo(1);
    }
  }

  @Test
  void theEndOfTheWindowIsAQuestionFirst() {
    Story story = new Story(api, broker).told(1);
    String paidLate = story.payable();
    String unpaid = story.payable();
    broker.awaitPublished(VoidPayment.class, e -> is(paidLate, e.orderId()));
    broker.awaitPublished(VoidPayment.class, e -> is(unpaid, e.orderId()));
    assertThat(story.buyer().get("/api/orders/" + unpaid).text("/status"))
        .isEqualTo("awaiting_payment");

    story.reply(story.paid(paidLate));
    story.reply(new PaymentVoided("pay-" + unpaid, unpaid, "expired"));

    story.awaitStatus(paidLate, "confirmed");
    story.awaitStatus(unpaid, "expired");
    broker.awaitPublished(OrderExpired.class, e -> is(unpaid, e.orderId()));
    broker.awaitPublished(ReleaseStock.class, e -> is(unpaid, e.orderId()));
    assertThat(count(ReleaseStock.class, e -> is(paidLate, e.orderId()))).isZero();
  }

  @Test
  void asksAgainWhereNoAnswerComes() {
    Story story = story();
    String id = story.placed();
    var first = broker.awaitPublished(ReserveStock.class, e -> is(id, e.orderId()));

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(broker.published(ReserveStock.class, e -> is(id, e.orderId())))
                    .hasSizeGreaterThanOrEqualTo(2));

    var again = broker.published(ReserveStock.class, e -> is(id, e.orderId())).getLast();
    assertThat(again.data()).isEqualTo(first.data());
    assertThat(again.correlationid()).isEqualTo(first.correlationid());
  }

  @Test
  void poisonIsParkedAndTheQueueGoesOn() {
    int parked = broker.depth("sales.parking");

    broker.deliverRaw(
        StockReserved.class, "{not json".getBytes(StandardCharsets.UTF_8), "poison-1");
    broker.deliver(null, new StockReleased("nobody", "no company"));

    await().untilAsserted(() -> assertThat(broker.depth("sales.parking")).isEqualTo(parked + 2));
    assertThat(story().payable()).isNotBlank();
  }

  @Test
  void aCheckedOutCartBecomesTheOrderThatWasPromised() {
    Story story = story();
    Carts carts = new Carts(story);
    String id = "cart-" + story.product;

    var cart = carts.checkOut(id, 1_999);
    story.awaitStatus(id, "placed");
    broker.deliver(cart);
    carts.checkOut(id, 1_999);
    carts.checkOut(id + "-stale", 1_500);

    story.awaitStatus(id + "-stale", "rejected");
    var rejected = broker.awaitPublished(OrderRejected.class, e -> is(id + "-stale", e.orderId()));
    assertThat(rejected.data().reason()).isEqualTo("price_changed");
    assertThat(count(ReserveStock.class, e -> is(id, e.orderId()))).isEqualTo(1);
    assertThat(count(ReserveStock.class, e -> is(id + "-stale", e.orderId()))).isZero();
  }

  @Test
  void whatWasShippedIsNotCancelled() {
    Story story = story();
    String id = story.confirmed();
    String path = "/api/orders/" + id;

    var shipped = story.admin().post(path + "/fulfilments", Map.of("carrier", "DHL")).expect(201);
    assertThat(shipped.text("/status")).isEqualTo("fulfilled");
    story.buyer().post(path + "/cancel", null).expectProblem(409, "order_already_shipped");
    story.admin().post(path + "/fulfilments", null).expectProblem(409, "order_already_shipped");
    String fulfilment = shipped.text("/fulfilments/0/id");
    story
        .buyer()
        .post(path + "/fulfilments/" + fulfilment + "/deliver", null)
        .expectProblem(403, "forbidden");
    assertThat(
            story
                .admin()
                .post(path + "/fulfilments/" + fulfilment + "/deliver", null)
                .expect(200)
                .text("/status"))
        .isEqualTo("completed");
    story
        .admin()
        .post(path + "/fulfilments/none/deliver", null)
        .expectProblem(404, "fulfilment_not_found");
  }

  private void twice(Story story, Message message) {
    broker.deliver(story.reply(message));
    story.reply(message);
  }

  private <T extends Message> int count(Class<T> type, Predicate<T> condition) {
    return broker.published(type, condition).size();
  }

  private static boolean is(String expected, String id) {
    return expected.equals(id);
  }

  private Story story() {
    return new Story(api, broker).told();
  }
}
