package io.emporium.sales;

import static io.emporium.sales.Returning.PATIENCE;
import static io.emporium.sales.Returning.awaitStatus;
import static io.emporium.sales.Returning.body;
import static io.emporium.sales.Returning.delivered;
import static io.emporium.sales.Returning.id;
import static io.emporium.sales.Returning.lines;
import static io.emporium.sales.Returning.read;
import static io.emporium.sales.Returning.received;
import static io.emporium.sales.Returning.refunded;
import static io.emporium.sales.Returning.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Message;
import io.emporium.events.Money;
import io.emporium.events.inventory.HeldLine;
import io.emporium.events.inventory.RestockItems;
import io.emporium.events.inventory.StockRestocked;
import io.emporium.events.notification.SendNotification;
import io.emporium.events.order.CreditNoteIssued;
import io.emporium.events.order.ReturnReceived;
import io.emporium.events.order.ReturnRejected;
import io.emporium.events.order.ReturnRequested;
import io.emporium.events.payment.PaymentRefundFailed;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.events.payment.RefundPayment;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Returns over a real broker; inventory and payment are played by the test. An order has two units
/// for 39.98, delivered.
@ServiceTest
class ReturnIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private Crashes crashes;

  @Test
  void goesFromRequestToRefundAndRestock() {
    Story story = story();
    String order = delivered(story);
    String path = requested(story, order, 2);
    String id = id(path);

    story.admin().post(path + "/approve", null).expect(200);
    story
        .admin()
        .post(path + "/receive", lines(Map.of("line", 1, "quantity", 1, "damaged", 1)))
        .expect(200);
    TestResponse refunding = story.admin().post(path + "/refund", null).expect(200);
    assertThat(refunding.text("/status")).isEqualTo("refunding");
    assertThat(refunding.text("/refund/amount")).isEqualTo("3998");

    var restock = broker.awaitPublished(RestockItems.class, e -> e.orderId().equals(order));
    assertThat(restock.data().lines()).singleElement().extracting("quantity").isEqualTo(1);
    var refund = broker.awaitPublished(RefundPayment.class, e -> e.orderId().equals(order));
    assertThat(refund.data().amount()).isEqualTo(Money.of(3_998, "USD"));
    twice(story, refunded(order, refund.data()));
    twice(story, new StockRestocked(order, restock.data().restockId(), tea(1)));

    awaitStatus(story, path, "refunded");
    await().untilAsserted(() -> assertThat(read(story, path).text("/restocked")).isEqualTo("true"));
    broker.awaitPublished(
        SendNotification.class,
        e -> e.userId().equals(story.customer) && e.template().equals("return_refunded"));
    var note = broker.awaitPublished(CreditNoteIssued.class, e -> e.orderId().equals(order));
    assertThat(note.data().total()).isEqualTo(Money.of(3_998, "USD"));
    assertThat(note.data().invoiceId()).isEqualTo("inv-" + order);
    assertThat(broker.published(CreditNoteIssued.class, e -> e.orderId().equals(order))).hasSize(1);
    assertThat(broker.published(RefundPayment.class, e -> e.orderId().equals(order))).hasSize(1);
    assertThat(story.timeline(order))
        .contains("\"return\"", "\"credit_note\"", "\"return_requested\"", "\"received\"", id);
  }

  @Test
  void isScopedLikeItsOrder() {
    Story story = story();
    String path = requested(story, delivered(story), 1);

    api.as(TestTokens.customer("somebody")).get(path).expectProblem(404, "return_not_found");
    api.as(TestTokens.companyAdmin("other"))
        .post(path + "/approve", null)
        .expectProblem(404, "return_not_found");
    api.as(TestTokens.manager(story.company, "another-shop"))
        .post(path + "/approve", null)
        .expectProblem(404, "return_not_found");
    api.as(TestTokens.shopStaff(story.company, story.shop)).get(path).expect(200);
    story.buyer().post(path + "/approve", null).expectProblem(403, "forbidden");
    assertThat(story.admin().get("/api/returns?status=requested").text("/totalItems"))
        .isEqualTo("1");
    assertThat(story.buyer().get("/api/returns").text("/totalItems")).isEqualTo("1");
    assertThat(
            api.as(TestTokens.manager(story.company, "another-shop"))
                .get("/api/returns")
                .text("/totalItems"))
        .isEqualTo("0");
  }

  @Test
  void namesWhatIsWrongWithARequest() {
    Story story = story();
    String order = delivered(story);

    story.buyer().post("/api/returns", body("nobody's", 1)).expectProblem(404, "order_not_found");
    story.buyer().post("/api/returns", body(order, 3)).expectProblem(409, "more_than_shipped");
    story
        .buyer()
        .post("/api/returns", body(story.confirmed(), 1))
        .expectProblem(409, "order_not_shipped");
    story.buyer().post("/api/returns", "{\"orderId\":\"x\"}").expectProblem(400, "invalid_request");
    story
        .buyer()
        .post("/api/returns", "{\"orderId\":\"x\",\"lines\":[null],\"reason\":\"r\"}")
        .expectProblem(400, "invalid_request");
    String path = requested(story, order, 1);
    story.admin().post(path + "/refund", null).expectProblem(409, "return_is_requested");
    story.admin().post(path + "/approve", null).expect(200);
    story
        .admin()
        .post(path + "/receive", lines(Map.of("line", 1, "quantity", 0)))
        .expectProblem(400, "invalid_request");
    story
        .admin()
        .post(path + "/receive", lines(Map.of("line", 1, "quantity", 2)))
        .expectProblem(409, "more_than_returned");
    story.admin().get("/api/returns?status=lost").expectProblem(400, "invalid_request");
  }

  @Test
  void whatWasRejectedMayBeAskedForAgain() {
    Story story = story();
    String order = delivered(story);
    String path = requested(story, order, 2);
    story.buyer().post("/api/returns", body(order, 1)).expectProblem(409, "more_than_shipped");

    story.admin().post(path + "/reject", Map.of("reason", "worn")).expect(200);

    broker.awaitPublished(ReturnRejected.class, e -> e.orderId().equals(order));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> story.buyer().post("/api/returns", body(order, 2)).expect(201));
  }

  @Test
  void twoWhoGiveTheMoneyBackAtOnceGiveItBackOnce() throws Exception {
    Story story = story();
    String order = delivered(story);
    String path = received(story, order, 1);

    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> press = () -> story.admin().post(path + "/refund", null).status();
      assertThat(both.invokeAll(List.of(press, press, press)))
          .allSatisfy(answer -> assertThat(answer.get()).isEqualTo(200));
    }

    broker.awaitPublished(RefundPayment.class, e -> e.orderId().equals(order));
    broker.awaitPublished(ReturnReceived.class, e -> e.orderId().equals(order));
    assertThat(broker.published(RefundPayment.class, e -> e.orderId().equals(order))).hasSize(1);
  }

  @Test
  void aRefusedRefundIsSeenAndTriedAgainOrClosed() {
    Story story = story();
    String order = delivered(story);
    String path = received(story, order, 1);
    story.admin().post(path + "/refund", null).expect(200);
    String first = "return-" + id(path) + "-1";
    story.reply(new PaymentRefundFailed("pay-" + order, order, first, "account_closed"));
    awaitStatus(story, path, "needs_attention");
    assertThat(read(story, path).text("/trouble")).isEqualTo("refund_refused: account_closed");
    assertThat(story.admin().get("/api/returns?status=needs_attention").text("/totalItems"))
        .isEqualTo("1");

    api.as(TestTokens.shopStaff(story.company, story.shop))
        .post(path + "/retry", null)
        .expectProblem(403, "forbidden");
    story.admin().post(path + "/retry", null).expect(200);
    String second = "return-" + id(path) + "-2";
    broker.awaitPublished(RefundPayment.class, e -> e.refundId().equals(second));
    story.reply(new PaymentRefundFailed("pay-" + order, order, second, "account_closed"));
    awaitStatus(story, path, "needs_attention");
    story.admin().post(path + "/close", Map.of("reason", "paid in cash")).expect(200);

    awaitStatus(story, path, "closed");
    assertThat(read(story, path).text("/decision")).isEqualTo("paid in cash");
  }

  @Test
  void answersMayComeBeforeTheReturnIsKnownAndAProcessMayDieWithThem() {
    Story story = story();
    String order = delivered(story);
    String path = received(story, order, 1);
    story.admin().post(path + "/refund", null).expect(200);
    var refund = broker.awaitPublished(RefundPayment.class, e -> e.orderId().equals(order));

    crashes.inHandlerOf(PaymentRefunded.class, "store.after-write");
    story.reply(refunded(order, refund.data()));

    awaitStatus(story, path, "refunded");
    await().atMost(PATIENCE).until(crashes::happened);
    // The news of a request that died before it opened the return, and of nobody's return.
    int parked = broker.depth("sales.parking");
    story.reply(new ReturnRequested(id(path), order, story.customer, story.shop, List.of(), "r"));
    broker.deliverRaw(
        ReturnRequested.class, "{broken".getBytes(StandardCharsets.UTF_8), "poison-r");
    await().untilAsserted(() -> assertThat(broker.depth("sales.parking")).isEqualTo(parked + 1));
    assertThat(story.admin().get("/api/returns?order=" + order).text("/totalItems")).isEqualTo("1");
  }

  @Test
  void theReturnIsOpenedEvenIfTheRequestDiesOnItsWay() {
    Story story = story();
    String order = delivered(story);

    crashes.inRequest("store.after-write");
    int status = story.buyer().post("/api/returns", body(order, 1)).status();

    assertThat(status).isEqualTo(500);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(story.admin().get("/api/returns?order=" + order).text("/totalItems"))
                    .isEqualTo("1"));
  }

  private void twice(Story story, Message message) {
    broker.deliver(story.reply(message));
    story.reply(message);
  }

  private static List<HeldLine> tea(int quantity) {
    return List.of(new HeldLine("TEA", "w1", quantity));
  }

  private Story story() {
    return new Story(api, broker).told();
  }
}
