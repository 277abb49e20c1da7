package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import io.emporium.localstack.http.Signatures;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class WebhookIT implements WithProviders {

  private static final String STRIPE = "/api/payments/webhooks/stripe";

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private JsonMapper mapper;
  @LocalServerPort private int port;

  @BeforeEach
  void listen() {
    Providers.notify(port);
  }

  @AfterEach
  void ignore() {
    Providers.notify(0);
  }

  @Test
  void paysTheOrderOfACustomerWhoNeverComesBack() {
    String order = Orders.ready(broker);
    var waiting = Orders.payByCard(api, order, "pm_card_threeDSecure2Required").expect(200);

    Providers.post(waiting.text("/nextAction/url") + "/complete", "");

    broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
    assertThat(Providers.charges(order)).hasSize(1);
  }

  @Test
  void capturesAnApprovedPayPalOrder() {
    String order = Orders.ready(broker);
    var waiting = Orders.pay(api, order, "paypal", null).expect(200);

    Providers.post(waiting.text("/nextAction/url"), "");

    broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
    assertThat(Providers.charges(order)).hasSize(1);
  }

  @Test
  void racesTheReturnOfTheCustomerToOneSuccess() {
    String order = Orders.ready(broker);
    var waiting = Orders.payByCard(api, order, "pm_card_threeDSecure2Required").expect(200);

    Providers.post(waiting.text("/nextAction/url") + "/complete", "");
    Orders.payByCard(api, order, "pm_card_threeDSecure2Required").expect(200);

    broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
    deliver("evt_late_" + order, "payment_intent.payment_failed", order, 1999).expect(200);
    assertThat(status(order)).isEqualTo("succeeded");
    assertThat(broker.published(PaymentSucceeded.class, e -> e.orderId().equals(order))).hasSize(1);
  }

  @Test
  void isAppliedOncePerEvent() {
    String order = Orders.ready(broker);

    deliver("evt_1_" + order, "payment_intent.succeeded", order, 1999).expect(200);
    deliver("evt_1_" + order, "payment_intent.succeeded", order, 1999).expect(200);

    assertThat(status(order)).isEqualTo("succeeded");
    broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
    assertThat(broker.published(PaymentSucceeded.class, e -> e.orderId().equals(order))).hasSize(1);
  }

  @Test
  void withAnotherAmountPaysNothingAndIsAnOrphan() {
    String order = Orders.ready(broker);

    deliver("evt_2_" + order, "payment_intent.succeeded", order, 1).expect(200);

    assertThat(status(order)).isEqualTo("requested");
    assertThat(orphans()).contains("pay-" + order);
  }

  @Test
  void aboutAnUnknownPaymentIsKeptAsAnOrphan() {
    String nowhere = Orders.id();

    deliver("evt_3_" + nowhere, "payment_intent.succeeded", nowhere, 1999).expect(200);

    assertThat(orphans()).contains("pay-" + nowhere).contains("unknown_payment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong", "stale", "future", "malformed", "missing"})
  void forgedIsRefused(String flaw) {
    for (String provider : new String[] {"stripe", "paypal"}) {
      var forged =
          Providers.post(
              "/control/webhooks/forge",
              mapper.writeValueAsString(
                  Map.of("provider", provider, "flaw", flaw, "event", Map.of("id", "evt_f"))));
      assertThat(mapper.readTree(forged.body()).path("receiverStatus").asInt())
          .as(provider + " " + flaw)
          .isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{", "{\"id\":7}", "\"x\"", "{\"id\":\"\"}"})
  void signedNonsenseIsRefused(String body) {
    post(body).expectProblem(400, "invalid_request");
  }

  @Test
  void withoutABodyIsRefused() {
    api.post(STRIPE, null).expectProblem(400, "invalid_signature");
    api.post("/api/payments/webhooks/paypal", null).expectProblem(400, "invalid_request");
  }

  private TestResponse deliver(String eventId, String type, String order, long amount) {
    Map<String, Object> intent = new HashMap<>();
    intent.put("id", "pi_of_" + order);
    intent.put("object", "payment_intent");
    intent.put("amount_received", amount);
    intent.put("currency", "usd");
    intent.put("metadata", Map.of("paymentId", "pay-" + order, "attempt", "1"));
    return post(
        mapper.writeValueAsString(
            Map.of("id", eventId, "type", type, "data", Map.of("object", intent))));
  }

  private TestResponse post(String body) {
    long time = Instant.now().getEpochSecond();
    String signature = Signatures.hmac("whsec_local", time + "." + body);
    return api.post(STRIPE, body, "Stripe-Signature", "t=" + time + ",v1=" + signature);
  }

  private String status(String order) {
    return api.as(TestTokens.customer(Orders.CUSTOMER))
        .get("/api/payments/pay-" + order)
        .expect(200)
        .text("/status");
  }

  private String orphans() {
    return api.as(TestTokens.superAdmin())
        .get("/api/payments/orphans?size=100")
        .expect(200)
        .response()
        .body();
  }
}
