package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Money;
import io.emporium.events.payment.PaymentCaptured;
import io.emporium.events.payment.PaymentInitiated;
import io.emporium.events.payment.PaymentRefundFailed;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.payment.RefundPayment;
import io.emporium.events.payment.VoidPayment;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A company that wants money reserved first and takes it by hand.
@ServiceTest
class CaptureIT implements WithProviders {

  private static final String COMPANY = "reserve";
  private static final Map<String, Object> PART =
      Map.of("amount", Map.of("amount", 1500, "currency", "USD"));

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @BeforeEach
  void reserveFirst() {
    var settings =
        api.as(TestTokens.companyAdmin(COMPANY))
            .send("PUT", "/api/payments/settings", Map.of("captureMode", "manual"));
    assertThat(settings.expect(200).text("/captureMode")).isEqualTo("manual");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stripe", "paypal"})
  void reservedMoneySecuresTheOrderAndIsTakenInPartByHand(String provider) {
    String order = reserved(provider);
    assertThat(charge(order).path("state").asString()).isEqualTo("AUTHORIZED");
    broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));

    capture(order, PART, "k-" + order).expect(200);
    var again = capture(order, PART, "k-" + order).expect(200);

    assertThat(again.text("/status")).isEqualTo("succeeded");
    assertThat(again.json().at("/captured/amount").asLong()).isEqualTo(1500);
    assertThat(charge(order).path("amountCaptured").asLong()).isEqualTo(1500);
    var captured = broker.awaitPublished(PaymentCaptured.class, e -> e.orderId().equals(order));
    assertThat(captured.data().amount()).isEqualTo(Money.of(1500, "USD"));
    capture(order, Map.of(), "k2-" + order).expectProblem(409, "capture_not_possible");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stripe", "paypal"})
  void theSagasRefundGivesAnUntakenReservationFree(String provider) {
    String order = reserved(provider);

    broker.deliver(COMPANY, new RefundPayment(order, "r", Money.of(1999, "USD"), "cancelled"));

    broker.awaitPublished(PaymentRefunded.class, e -> e.orderId().equals(order));
    assertThat(charge(order).path("state").asString()).isEqualTo("VOIDED");
    assertThat(Providers.refunds(order)).isEmpty();
    capture(order, Map.of(), "k-" + order).expectProblem(409, "capture_not_possible");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stripe", "paypal"})
  void aRefusedReleaseIsTriedAgain(String provider) {
    String order = reserved(provider);
    refuseToRelease(provider, 1);

    broker.deliver(COMPANY, new RefundPayment(order, "r", Money.of(1999, "USD"), "cancelled"));

    broker.awaitPublished(PaymentRefunded.class, e -> e.orderId().equals(order));
    assertThat(charge(order).path("state").asString()).isEqualTo("VOIDED");
    assertThat(payment(order).has("attention")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stripe", "paypal"})
  void aReleaseRefusedForGoodIsShownUntilItIsAskedForAnew(String provider) {
    String order = reserved(provider);
    refuseToRelease(provider, 3);

    broker.deliver(COMPANY, new RefundPayment(order, "r", Money.of(1999, "USD"), "cancelled"));

    broker.awaitPublished(PaymentRefundFailed.class, e -> e.orderId().equals(order));
    assertThat(charge(order).path("state").asString()).isEqualTo("AUTHORIZED");
    assertThat(payment(order).path("attention").asString()).isEqualTo("release_refused");
    assertThat(payment(order).has("captureBy")).isTrue();
    assertThat(needingAttention()).contains("pay-" + order);
    broker.deliver(COMPANY, new RefundPayment(order, "r-2", Money.of(1999, "USD"), "cancelled"));
    broker.awaitPublished(
        PaymentRefunded.class, e -> e.refundId().equals("r-2") && e.orderId().equals(order));
    assertThat(charge(order).path("state").asString()).isEqualTo("VOIDED");
    assertThat(needingAttention()).doesNotContain("pay-" + order);
  }

  @Test
  void whatAPersonTookAtTheProvidersIsRefundedInsteadOfReleased() {
    String order = reserved("stripe");
    Providers.captureByHand(charge(order).path("paymentIntent").asString());

    broker.deliver(COMPANY, new RefundPayment(order, "r", Money.of(1999, "USD"), "cancelled"));

    broker.awaitPublished(PaymentRefunded.class, e -> e.orderId().equals(order));
    assertThat(Providers.refunds(order)).hasSize(1);
  }

  @Test
  void aRefusedRefundIsClosedByAnAdminWhoGaveTheMoneyBackOtherwise() {
    String order = reserved("stripe");
    refuseToRelease("stripe", 3);
    broker.deliver(COMPANY, new RefundPayment(order, "r", Money.of(1999, "USD"), "cancelled"));
    broker.awaitPublished(PaymentRefundFailed.class, e -> e.orderId().equals(order));
    String close = "/api/payments/pay-" + order + "/refunds/r/close";
    var body = Map.of("reason", "paid by bank transfer");

    api.as(TestTokens.manager(COMPANY, "corner")).post(close, body).expectProblem(403, "forbidden");
    api.as(TestTokens.companyAdmin("rivals"))
        .post(close, body)
        .expectProblem(404, "payment_not_found");
    var admin = api.as(TestTokens.companyAdmin(COMPANY));
    admin.post(close, Map.of("reason", " ")).expectProblem(400, "invalid_request");
    admin
        .post("/api/payments/pay-" + order + "/refunds/q/close", body)
        .expectProblem(404, "refund_not_found");
    assertThat(admin.post(close, body).expect(200).text("/status")).isEqualTo("succeeded");
    admin.post(close, body).expect(200);

    broker.awaitPublished(PaymentRefunded.class, e -> e.orderId().equals(order));
    assertThat(payment(order).has("attention")).isFalse();
    assertThat(Providers.refunds(order)).isEmpty();
  }

  private static void refuseToRelease(String provider, int times) {
    boolean stripe = provider.equals("stripe");
    Providers.faults(
        provider,
        stripe ? "payment_intents.cancel" : "void",
        stripe ? "bad_request" : "declined",
        times);
  }

  private JsonNode payment(String order) {
    return api.as(TestTokens.companyAdmin(COMPANY))
        .get("/api/payments/pay-" + order)
        .expect(200)
        .json();
  }

  private String needingAttention() {
    return api.as(TestTokens.companyAdmin(COMPANY))
        .get("/api/payments?attention=true&size=100")
        .expect(200)
        .response()
        .body();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stripe", "paypal"})
  void aPartialRefundTakesEverythingAndGivesThePartBack(String provider) {
    String order = reserved(provider);

    broker.deliver(COMPANY, new RefundPayment(order, "r", Money.of(500, "USD"), "returned"));

    broker.awaitPublished(PaymentRefunded.class, e -> e.orderId().equals(order));
    assertThat(charge(order).path("amountCaptured").asLong()).isEqualTo(1999);
    assertThat(Providers.refunds(order)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stripe", "paypal"})
  void aCaptureThatIsNotAnsweredHappensOnce(String provider) {
    String order = reserved(provider);
    String operation = provider.equals("stripe") ? "payment_intents.capture" : "capture";
    Providers.fault(provider, operation, "timeout_after");

    var unsure = capture(order, Map.of(), "k-" + order).expect(200);

    assertThat(unsure.text("/status")).isEqualTo("authorized");
    broker.awaitPublished(PaymentCaptured.class, e -> e.orderId().equals(order));
    assertThat(charge(order).path("amountCaptured").asLong()).isEqualTo(1999);
  }

  @Nested
  class Void {

    @Test
    void byTheSagaOfAReservedPaymentIsAnsweredWithSuccess() {
      String order = reserved("stripe");

      broker.deliver(COMPANY, new VoidPayment(order, "expired"));

      await()
          .until(
              () ->
                  broker.published(PaymentSucceeded.class, e -> e.orderId().equals(order)).size()
                      == 2);
    }

    @Test
    void byHandIsForPaymentsThatNobodyHasMade() {
      String open = opened();
      String reserved = reserved("stripe");
      var body = Map.of("reason", "sold out");

      var manager = api.as(TestTokens.manager(COMPANY, "corner"));
      manager
          .post("/api/payments/pay-" + reserved + "/void", body)
          .expectProblem(409, "payment_secured");
      var closed = manager.post("/api/payments/pay-" + open + "/void", body).expect(200);
      assertThat(closed.text("/status")).isEqualTo("voided");
      manager.post("/api/payments/pay-" + open + "/void", body).expect(200);
      api.as(TestTokens.manager(COMPANY, "elsewhere"))
          .post("/api/payments/pay-" + open + "/void", body)
          .expectProblem(404, "payment_not_found");
    }
  }

  @Test
  void takingNeedsAKeyAndAManagerOfTheShop() {
    String order = reserved("stripe");
    String path = "/api/payments/pay-" + order + "/capture";

    api.as(TestTokens.manager(COMPANY, "corner"))
        .post(path, Map.of())
        .expectProblem(400, "invalid_request");
    api.as(TestTokens.shopStaff(COMPANY, "corner"))
        .post(path, Map.of(), "Idempotency-Key", "s-" + order)
        .expectProblem(403, "forbidden");
    capture(order, PART, "p-" + order).expect(200);
    capture(order, Map.of(), "p-" + order).expectProblem(422, "idempotency_key_reused");
  }

  private String opened() {
    String order = Orders.id();
    broker.deliver(COMPANY, Orders.initiate(order));
    broker.awaitPublished(PaymentInitiated.class, e -> e.orderId().equals(order));
    return order;
  }

  private String reserved(String provider) {
    String order = opened();
    if (provider.equals("stripe")) {
      assertThat(Orders.payByCard(api, order, "pm_card_visa").expect(200).text("/status"))
          .isEqualTo("authorized");
    } else {
      var waiting = Orders.pay(api, order, "paypal", null).expect(200);
      Providers.post(waiting.text("/nextAction/url"), "");
      assertThat(Orders.pay(api, order, "paypal", null).expect(200).text("/status"))
          .isEqualTo("authorized");
    }
    return order;
  }

  private TestResponse capture(String order, Map<String, Object> body, String key) {
    return api.as(TestTokens.manager(COMPANY, "corner"))
        .post("/api/payments/pay-" + order + "/capture", body, "Idempotency-Key", key);
  }

  private static JsonNode charge(String order) {
    JsonNode charges = Providers.charges(order);
    assertThat(charges).hasSize(1);
    return charges.get(0);
  }
}
