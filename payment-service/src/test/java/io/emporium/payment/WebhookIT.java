package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.payment.PaymentDisputed;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import io.emporium.localstack.http.Signatures;
import io.emporium.payment.webhook.ProviderEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
  @Autowired private SharedStore<ProviderEvent> events;
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
  void ofMoneyThatWasNotAskedForIsRefusedKeptAsAnOrphanAndMovesNothing() {
    String order = Orders.ready(broker);
    String before = version(order);

    for (Map<String, Object> wrong :
        List.of(
            intent(order, 1, "usd"),
            intent(order, 1999, "eur"),
            intent(order, -1999, "usd"),
            ofAnotherOrder(order))) {
      String event = event("evt_" + UUID.randomUUID(), "payment_intent.succeeded", wrong);
      post(event).expectProblem(422, "not_as_asked");
      post(event).expect(200);
    }

    assertThat(version(order)).isEqualTo(before);
    assertThat(orphans(TestTokens.superAdmin())).contains("pay-" + order);
    assertThat(orphans(TestTokens.companyAdmin(Orders.COMPANY)))
        .contains("pay-" + order)
        .contains("stray_charge");
    assertThat(orphans(TestTokens.companyAdmin("rivals"))).doesNotContain("pay-" + order);
  }

  @Test
  void aboutAnUnknownPaymentIsKeptAsAnOrphan() {
    String nowhere = Orders.id();

    deliver("evt_3_" + nowhere, "payment_intent.succeeded", nowhere, 1999)
        .expectProblem(422, "not_as_asked");

    assertThat(orphans(TestTokens.superAdmin()))
        .contains("pay-" + nowhere)
        .contains("unknown_payment");
    assertThat(orphans(TestTokens.companyAdmin(Orders.COMPANY))).doesNotContain("pay-" + nowhere);
  }

  @Test
  void ofADisputeIsNotedOnce() {
    String order = Orders.ready(broker);
    Orders.payByCard(api, order, "pm_card_visa").expect(200);
    String intent = Providers.charges(order).get(0).path("paymentIntent").asString();
    Map<String, Object> dispute =
        Map.of("id", "dp_" + order, "payment_intent", intent, "amount", 1999, "currency", "usd");

    post(event("evt_d1_" + order, "charge.dispute.created", dispute)).expect(200);
    post(event("evt_d2_" + order, "charge.dispute.created", dispute)).expect(200);

    broker.awaitPublished(PaymentDisputed.class, e -> e.orderId().equals(order));
    assertThat(broker.published(PaymentDisputed.class, e -> e.orderId().equals(order))).hasSize(1);
    assertThat(status(order)).isEqualTo("succeeded");
  }

  /// Two notifications, the customer's return and the sweep's question come at once: the first to
  /// write decides, and there is one success and one line of the history.
  @Test
  void racesEveryOtherWayOfLearningToOneSuccess() throws Exception {
    Providers.notify(0);
    Races.run("two webhooks and a poll", this::twoWebhooksAndAPoll);
  }

  private String twoWebhooksAndAPoll() throws Exception {
    String order = Orders.ready(broker);
    var waiting = Orders.payByCard(api, order, "pm_card_threeDSecure2Required").expect(200);
    Providers.post(waiting.text("/nextAction/url") + "/complete", "");
    Map<String, Object> intent = intent(order, 1999, "usd");
    intent.put("id", Providers.charges(order).get(0).path("paymentIntent").asString());

    List<Integer> answers =
        Races.together(
            List.of(
                () -> post(event("evt_a_" + order, "payment_intent.succeeded", intent)).status(),
                () -> post(event("evt_b_" + order, "payment_intent.succeeded", intent)).status(),
                () -> Orders.payByCard(api, order, "pm_card_threeDSecure2Required").status()));

    assertThat(answers).containsOnly(200);
    broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
    assertThat(broker.published(PaymentSucceeded.class, e -> e.orderId().equals(order))).hasSize(1);
    var lines =
        api.as(TestTokens.customer(Orders.CUSTOMER))
            .get("/api/payments/pay-" + order + "/transactions?size=100")
            .expect(200)
            .response()
            .body();
    assertThat(lines.split("\"succeeded\"", -1)).hasSize(2);
    return "one success";
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

  /// Signed, and about a payment that waits for its money.
  @Test
  void nonsenseOfStripeIsRefusedAndChangesNothing() {
    String order = Orders.ready(broker);
    String before = version(order);
    List<String> kinds = nonsenseOfStripe("pay-" + order);

    kinds.forEach(body -> post(body).expectProblem(400, "invalid_request"));

    assertThat(kinds).hasSizeGreaterThanOrEqualTo(20);
    assertThat(version(order)).isEqualTo(before);
    assertThat(events.find("evt_n")).isEmpty();
    assertThat(orphans(TestTokens.superAdmin())).doesNotContain("pi_n");
  }

  private static List<String> nonsenseOfStripe(String paymentId) {
    String succeeded = "{\"id\":\"evt_n\",\"type\":\"payment_intent.succeeded\"";
    String metadata = "\"metadata\":{\"paymentId\":\"" + paymentId + "\",\"attempt\":\"1\"},";
    String object = succeeded + ",\"data\":{\"object\":{\"id\":\"pi_n\"," + metadata;
    return List.of(
        "",
        "[]",
        "null",
        "{",
        "\"x\"",
        "{} {}",
        "{\"id\":7}",
        "{\"id\":\"\"}",
        "{\"id\":\"" + "e".repeat(256) + "\",\"type\":\"t\"}",
        "{\"id\":\"evt_n\"}",
        "{\"id\":\"evt_n\",\"type\":\"" + "t".repeat(101) + "\"}",
        "{\"id\":\"evt_n\",\"type\":{}}",
        succeeded + "}",
        succeeded + ",\"data\":7}",
        succeeded + ",\"data\":{\"object\":null}}",
        succeeded
            + ",\"data\":{\"object\":{"
            + metadata
            + "\"id\":7,\"amount_received\":1,\"currency\":\"usd\"}}}",
        object + "\"currency\":\"usd\"}}}",
        object + "\"amount_received\":\"1999\",\"currency\":\"usd\"}}}",
        object + "\"amount_received\":19.99,\"currency\":\"usd\"}}}",
        object + "\"amount_received\":1e400,\"currency\":\"usd\"}}}",
        object + "\"amount_received\":99999999999999999999,\"currency\":\"usd\"}}}",
        object + "\"amount_received\":1999}}}",
        object + "\"amount_received\":1999,\"currency\":\"zzz\"}}}",
        object + "\"amount_received\":1999,\"currency\":7}}}",
        object + "\"amount_received\":1,\"currency\":\"usd\",\"x\":" + "[".repeat(2_000));
  }

  @Test
  void nonsenseOfPayPalIsRefusedAndChangesNothing() {
    String order = Orders.ready(broker);
    String before = version(order);
    String taken = "\"id\":\"WH-n\",\"event_type\":\"PAYMENT.CAPTURE.COMPLETED\"";
    String resource = taken + ",\"resource\":{\"custom_id\":\"pay-" + order + "\",";
    String id = resource + "\"id\":\"CAP-n\",\"amount\":";

    for (String event :
        List.of(
            "",
            "\"id\":7",
            "\"id\":\"\"",
            "\"id\":\"" + "e".repeat(256) + "\",\"event_type\":\"T\"",
            "\"id\":\"WH-n\"",
            "\"id\":\"WH-n\",\"event_type\":\"" + "T".repeat(101) + "\"",
            taken,
            taken + ",\"resource\":7",
            resource + "\"amount\":{\"value\":\"19.99\",\"currency_code\":\"USD\"}}",
            resource + "\"id\":7,\"amount\":{\"value\":\"19.99\",\"currency_code\":\"USD\"}}",
            id + "null}",
            id + "{\"value\":19.99,\"currency_code\":\"USD\"}}",
            id + "{\"value\":\"19.999\",\"currency_code\":\"USD\"}}",
            id + "{\"value\":\"1e400\",\"currency_code\":\"USD\"}}",
            id + "{\"value\":\"19.99\",\"currency_code\":\"ZZZ\"}}",
            id + "{\"value\":\"19.99\"}}")) {
      assertThat(signedByPayPal("{" + event + "}")).as(event).isEqualTo(400);
    }

    assertThat(version(order)).isEqualTo(before);
    assertThat(events.find("WH-n")).isEmpty();
  }

  private int signedByPayPal(String event) {
    var sent =
        Providers.post(
            "/control/webhooks/forge",
            "{\"provider\":\"paypal\",\"flaw\":\"none\",\"event\":" + event + "}");
    return mapper.readTree(sent.body()).path("receiverStatus").asInt();
  }

  @Test
  void withoutABodyIsRefused() {
    api.post(STRIPE, null).expectProblem(400, "invalid_signature");
    api.post("/api/payments/webhooks/paypal", null).expectProblem(400, "invalid_request");
  }

  private TestResponse deliver(String eventId, String type, String order, long amount) {
    return post(event(eventId, type, intent(order, amount, "usd")));
  }

  private static Map<String, Object> intent(String order, long amount, String currency) {
    Map<String, Object> intent = new HashMap<>();
    intent.put("id", "pi_of_" + order);
    intent.put("object", "payment_intent");
    intent.put("amount_received", amount);
    intent.put("currency", currency);
    intent.put("metadata", Map.of("paymentId", "pay-" + order, "attempt", "1"));
    return intent;
  }

  private static Map<String, Object> ofAnotherOrder(String order) {
    Map<String, Object> intent = intent(order, 1999, "usd");
    intent.put("metadata", Map.of("paymentId", "pay-" + order, "orderId", "another"));
    return intent;
  }

  private String event(String eventId, String type, Map<String, Object> object) {
    return mapper.writeValueAsString(
        Map.of("id", eventId, "type", type, "data", Map.of("object", object)));
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

  private String version(String order) {
    return api.as(TestTokens.customer(Orders.CUSTOMER))
        .get("/api/payments/pay-" + order)
        .expect(200)
        .text("/version");
  }

  private String orphans(String token) {
    return api.as(token).get("/api/payments/orphans?size=100").expect(200).response().body();
  }
}
