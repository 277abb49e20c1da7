package io.emporium.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.ReservationFailed;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.inventory.Shortage;
import io.emporium.events.payment.ConfirmPaymentByHand;
import io.emporium.events.payment.InitiatePayment;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Sales at the till; inventory and payment are played by the test.
@ServiceTest
class PosIT {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @Test
  void oneCallSellsAndGivesTheReceipt() throws Exception {
    Story story = story();
    try (ExecutorService till = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<TestResponse> sale = till.submit(() -> sell(story, cash(2_000)));
      String id = reserved(story);
      story.reply(story.held(id));
      broker.awaitPublished(InitiatePayment.class, e -> e.orderId().equals(id));
      story.reply(story.opened(id));
      var confirm = broker.awaitPublished(ConfirmPaymentByHand.class, e -> e.orderId().equals(id));
      assertThat(confirm.data().provider()).isEqualTo("cash");
      assertThat(confirm.data().staffId()).isEqualTo("staff-of-" + story.company);
      story.reply(story.paid(id));
      broker.awaitPublished(DeductStock.class, e -> e.orderId().equals(id));
      story.reply(story.deducted(id));

      TestResponse receipt = sale.get().expect(201);
      assertThat(receipt.text("/status")).isEqualTo("completed");
      assertThat(receipt.text("/shop")).isEqualTo("Tea House");
      assertThat(receipt.text("/total/amount")).isEqualTo("1999");
      assertThat(receipt.text("/payment/change/amount")).isEqualTo("1");
      assertThat(receipt.text("/taxes/0/basisPoints")).isEqualTo("1900");
      var order = story.admin().get("/api/orders/" + id).expect(200);
      assertThat(order.text("/fulfilment")).isEqualTo("in_store");
      assertThat(order.text("/fulfilments/0/status")).isEqualTo("picked_up");
      staff(story).get("/api/pos/sales/" + id).expect(200);
    }
  }

  @Test
  void theTillIsToldWhyThereIsNoSale() throws Exception {
    Story story = story();
    try (ExecutorService till = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<TestResponse> sale = till.submit(() -> sell(story, cash(1_999)));
      String id = reserved(story);
      story.reply(
          new ReservationFailed(id, "insufficient_stock", List.of(new Shortage("TEA", 1, 0))));

      sale.get().expectProblem(409, "insufficient_stock");
    }
  }

  @Test
  void whatTakesLongerIsAnsweredWithALinkAndGoesOnByItself() {
    Story story = story();

    TestResponse accepted = sell(story, Map.of("method", "card_terminal", "reference", "S-17"));

    assertThat(accepted.expect(202).text("/status")).isEqualTo("placed");
    String id = accepted.text("/id");
    story.reply(story.held(id));
    broker.awaitPublished(InitiatePayment.class, e -> e.orderId().equals(id));
    story.reply(story.opened(id));
    var confirm = broker.awaitPublished(ConfirmPaymentByHand.class, e -> e.orderId().equals(id));
    assertThat(confirm.data().reference()).isEqualTo("S-17");
    story.reply(story.paid(id));
    broker.awaitPublished(DeductStock.class, e -> e.orderId().equals(id));
    story.reply(story.deducted(id));
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(staff(story).get(accepted.header("Location")).text("/status"))
                    .isEqualTo("completed"));
  }

  @Test
  void isForThePeopleOfTheShopAndNamesWhatIsWrong() {
    Story story = story();

    story.buyer().post("/api/pos/sales", body(story, cash(1_999))).expectProblem(403, "forbidden");
    api.as(TestTokens.shopStaff(story.company, "another-shop"))
        .post("/api/pos/sales", body(story, cash(1_999)))
        .expectProblem(404, "shop_not_found");
    api.as(TestTokens.companyAdmin("other"))
        .post("/api/pos/sales", body(story, cash(1_999)))
        .expectProblem(404, "shop_not_found");
    assertThat(
            sell(story, cash(5))
                .expectProblem(400, "invalid_request")
                .at("/errors/0/pointer")
                .asString())
        .isEqualTo("/payment/tendered");
    assertThat(
            sell(story, Map.of("method", "stripe"))
                .expectProblem(400, "invalid_request")
                .at("/errors/0/pointer")
                .asString())
        .isEqualTo("/payment/method");
    assertThat(
            sell(story, Map.of("method", "card_terminal", "reference", "4242424242424242"))
                .expectProblem(400, "invalid_request")
                .at("/errors/0/pointer")
                .asString())
        .isEqualTo("/payment/reference");
    staff(story).get("/api/pos/sales/" + story.placed()).expectProblem(404, "sale_not_found");
  }

  private String reserved(Story story) {
    return broker
        .awaitPublished(ReserveStock.class, e -> e.shopId().equals(story.shop))
        .data()
        .orderId();
  }

  private TestResponse sell(Story story, Map<String, Object> payment) {
    return staff(story).post("/api/pos/sales", body(story, payment));
  }

  private TestApi staff(Story story) {
    return api.as(TestTokens.shopStaff(story.company, story.shop));
  }

  private static Map<String, Object> body(Story story, Map<String, Object> payment) {
    return Map.of(
        "shopId",
        story.shop,
        "items",
        List.of(Map.of("productId", story.product, "quantity", 1)),
        "payment",
        payment);
  }

  private static Map<String, Object> cash(int tendered) {
    return Map.of("method", "cash", "tendered", Map.of("amount", tendered, "currency", "USD"));
  }

  private Story story() {
    return new Story(api, broker).told();
  }
}
