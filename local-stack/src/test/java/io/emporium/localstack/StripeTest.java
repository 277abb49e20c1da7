package io.emporium.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Refund;
import com.stripe.model.SetupIntent;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.SetupIntentCreateParams;
import io.emporium.localstack.http.Json;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// stripe-java against the stand-in.
class StripeTest {

  private static Receiver receiver;
  private static RunningStack stack;
  private static StripeClient client;

  @BeforeAll
  static void start() throws Exception {
    receiver = new Receiver();
    stack = new RunningStack(receiver.base(), null);
    client = client(stack, "sk_test_local");
  }

  private static StripeClient client(RunningStack stack, String key) {
    return StripeClient.builder()
        .setApiKey(key)
        .setApiBase(stack.url("/stripe"))
        .setMaxNetworkRetries(0)
        .setReadTimeout(2_000)
        .build();
  }

  @AfterAll
  static void stop() {
    stack.close();
    receiver.close();
  }

  @BeforeEach
  void forget() {
    receiver.received.clear();
    receiver.status = 200;
  }

  private static PaymentIntentCreateParams.Builder payment(String method, String paymentId) {
    return PaymentIntentCreateParams.builder()
        .setAmount(1_250L)
        .setCurrency("eur")
        .setConfirm(true)
        .setPaymentMethod(method)
        .putMetadata("orderId", "order-" + paymentId)
        .putMetadata("paymentId", paymentId);
  }

  private static RequestOptions key(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }

  private static PaymentIntent pay(String method, String paymentId) throws StripeException {
    return client
        .v1()
        .paymentIntents()
        .create(payment(method, paymentId).build(), key(paymentId + ":1"));
  }

  private static void fails(Class<? extends Throwable> type, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(type);
  }

  private static int charges(String paymentId) {
    String json = stack.get("/ledger/charges?paymentId=" + paymentId);
    return json.split("\"provider\"", -1).length - 1;
  }

  @Test
  void paymentIsChargedAndItsSignedEventArrives() throws Exception {
    PaymentIntent intent = pay("pm_card_visa", "p1");

    assertThat(intent.getStatus()).isEqualTo("succeeded");
    assertThat(intent.getAmountReceived()).isEqualTo(1_250);
    assertThat(charges("p1")).isEqualTo(1);
    await().until(() -> !told("payment_intent.succeeded", "p1").isEmpty());
    Receiver.Notification notification = told("payment_intent.succeeded", "p1").getFirst();
    assertThat(notification.path()).isEqualTo("/api/payments/webhooks/stripe");
    Event event =
        Webhook.constructEvent(
            notification.body(), notification.headers().get("Stripe-Signature"), "whsec_local");
    PaymentIntent about =
        (PaymentIntent) event.getDataObjectDeserializer().getObject().orElseThrow();
    assertThat(about.getId()).isEqualTo(intent.getId());
    assertThat(about.getMetadata()).containsEntry("orderId", "order-p1");
  }

  @Test
  void sameKeyGivesTheSameAnswerAndAnotherBodyIsRefused() throws Exception {
    PaymentIntent first = pay("pm_card_mastercard", "p2");
    PaymentIntent again = pay("pm_card_mastercard", "p2");

    assertThat(again.getId()).isEqualTo(first.getId());
    assertThat(charges("p2")).isEqualTo(1);
    var other = payment("pm_card_mastercard", "p2").setAmount(99L).build();
    fails(
        IdempotencyException.class, () -> client.v1().paymentIntents().create(other, key("p2:1")));
    assertThat(charges("p2")).isEqualTo(1);
  }

  @Test
  void declinesCarryTheirCodes() {
    CardException generic =
        catchThrowableOfType(CardException.class, () -> pay("pm_card_visa_chargeDeclined", "p3"));
    CardException funds =
        catchThrowableOfType(
            CardException.class, () -> pay("pm_card_chargeDeclinedInsufficientFunds", "p4"));

    assertThat(generic.getStatusCode()).isEqualTo(402);
    assertThat(generic.getDeclineCode()).isEqualTo("generic_decline");
    assertThat(generic.getStripeError().getPaymentIntent().getStatus())
        .isEqualTo("requires_payment_method");
    assertThat(funds.getDeclineCode()).isEqualTo("insufficient_funds");
    assertThat(charges("p3")).isZero();
  }

  @Test
  void authenticationIsCompletedOnThePage() throws Exception {
    PaymentIntent intent = pay("pm_card_threeDSecure2Required", "p5");
    assertThat(intent.getStatus()).isEqualTo("requires_action");

    stack.post(intent.getNextAction().getRedirectToUrl().getUrl() + "/complete", "");

    assertThat(client.v1().paymentIntents().retrieve(intent.getId()).getStatus())
        .isEqualTo("succeeded");
    assertThat(charges("p5")).isEqualTo(1);
  }

  @Test
  void lostAnswerIsFoundAgainByKeyAndBySearch() throws Exception {
    fails(ApiConnectionException.class, () -> pay("pm_local_timeout_after_charge", "p6"));

    assertThat(charges("p6")).isEqualTo(1);
    PaymentIntent again = pay("pm_local_timeout_after_charge", "p6");
    var search = PaymentIntentSearchParams.builder().setQuery("metadata['paymentId']:'p6'").build();
    List<PaymentIntent> found = client.v1().paymentIntents().search(search).getData();
    assertThat(found).extracting(PaymentIntent::getId).containsExactly(again.getId());
    assertThat(charges("p6")).isEqualTo(1);
  }

  @Test
  void timeoutBeforeChargeChargesNothingUntilAskedAgain() {
    fails(ApiConnectionException.class, () -> pay("pm_local_timeout_before_charge", "p7"));
    assertThat(charges("p7")).isZero();
    StripeException busy =
        catchThrowableOfType(
            StripeException.class, () -> pay("pm_local_timeout_before_charge", "p7"));
    assertThat(busy.getStatusCode()).isEqualTo(409);

    await()
        .ignoreExceptions()
        .until(() -> pay("pm_local_timeout_before_charge", "p7").getStatus().equals("succeeded"));
    assertThat(charges("p7")).isEqualTo(1);
  }

  @Test
  void failuresOfTheProviderHaveTheirOwnKinds() throws Exception {
    ApiException internal =
        catchThrowableOfType(ApiException.class, () -> pay("pm_local_error_500", "p8"));
    ApiException replayed =
        catchThrowableOfType(ApiException.class, () -> pay("pm_local_error_500", "p8"));
    assertThat(internal.getStatusCode()).isEqualTo(500);
    assertThat(replayed.getStatusCode()).isEqualTo(500);
    fails(RateLimitException.class, () -> pay("pm_local_rate_limited", "p9"));
    assertThat(pay("pm_local_rate_limited", "p9").getStatus()).isEqualTo("succeeded");
    StripeException unknown =
        catchThrowableOfType(
            StripeException.class, () -> client.v1().paymentIntents().retrieve("pi_none"));
    assertThat(unknown.getStatusCode()).isEqualTo(404);
    assertThat(stack.post("/stripe/v1/payment_intents", "amount=1").statusCode()).isEqualTo(401);
  }

  @Test
  void authorizationIsCapturedInPartAndRefundedWithinIt() throws Exception {
    PaymentIntent held =
        client
            .v1()
            .paymentIntents()
            .create(payment("pm_card_visa", "p10").setCaptureMethod(CaptureMethod.MANUAL).build());
    assertThat(held.getStatus()).isEqualTo("requires_capture");

    PaymentIntent captured =
        client
            .v1()
            .paymentIntents()
            .capture(
                held.getId(),
                PaymentIntentCaptureParams.builder().setAmountToCapture(1_000L).build());
    assertThat(captured.getAmountReceived()).isEqualTo(1_000);
    Refund part = refund(held.getId(), 400L, "r1");
    assertThat(refund(held.getId(), 400L, "r1").getId()).isEqualTo(part.getId());
    InvalidRequestException tooMuch =
        catchThrowableOfType(InvalidRequestException.class, () -> refund(held.getId(), 601L, "r2"));
    assertThat(tooMuch.getCode()).isEqualTo("amount_too_large");
    assertThat(client.v1().refunds().retrieve(part.getId()).getStatus()).isEqualTo("succeeded");
    assertThat(stack.get("/ledger/refunds?paymentIntent=" + held.getId()))
        .contains("\"amount\":400");
  }

  private static Refund refund(String intent, long amount, String key) throws StripeException {
    var params = RefundCreateParams.builder().setPaymentIntent(intent).setAmount(amount).build();
    return client.v1().refunds().create(params, key(key));
  }

  @Test
  void heldMoneyIsReleasedByCancelling() throws Exception {
    PaymentIntent held =
        client
            .v1()
            .paymentIntents()
            .create(payment("pm_card_visa", "p11").setCaptureMethod(CaptureMethod.MANUAL).build());

    assertThat(client.v1().paymentIntents().cancel(held.getId()).getStatus()).isEqualTo("canceled");
    assertThat(stack.get("/ledger/charges?paymentId=p11")).contains("\"state\":\"VOIDED\"");
  }

  @Test
  void savedCardIsUsedLater() throws Exception {
    Customer customer =
        client.v1().customers().create(CustomerCreateParams.builder().setEmail("a@b.c").build());
    SetupIntent setup =
        client
            .v1()
            .setupIntents()
            .create(
                SetupIntentCreateParams.builder()
                    .setCustomer(customer.getId())
                    .setPaymentMethod("pm_card_visa")
                    .setConfirm(true)
                    .build());
    PaymentMethod attached =
        client
            .v1()
            .paymentMethods()
            .attach(
                "pm_card_mastercard",
                PaymentMethodAttachParams.builder().setCustomer(customer.getId()).build());

    var list = PaymentMethodListParams.builder().setCustomer(customer.getId()).build();
    assertThat(client.v1().paymentMethods().list(list).getData())
        .extracting(PaymentMethod::getId)
        .containsExactlyInAnyOrder(setup.getPaymentMethod(), attached.getId());
    PaymentIntent later =
        client
            .v1()
            .paymentIntents()
            .create(
                payment(setup.getPaymentMethod(), "p12")
                    .setCustomer(customer.getId())
                    .setOffSession(true)
                    .build());
    assertThat(later.getStatus()).isEqualTo("succeeded");
    assertThat(client.v1().paymentMethods().detach(attached.getId()).getCustomer()).isNull();
  }

  @Test
  void notificationsAreTriedAgainDuplicatedAndForged() throws Exception {
    stack.script(
        "/control/webhooks",
        "provider",
        "stripe",
        "type",
        "payment_intent.succeeded",
        "action",
        "duplicate");
    receiver.status = 503;
    pay("pm_card_visa", "p13");
    await().until(() -> receiver.received.size() >= 3);
    receiver.status = 200;

    await().until(() -> told("payment_intent.succeeded", "p13").size() == 2);
    String forged =
        stack
            .post(
                "/control/webhooks/forge",
                "{\"provider\":\"stripe\",\"flaw\":\"wrong\",\"event\":{}}")
            .body();
    assertThat(forged).contains("200");
    var last = receiver.received.getLast();
    fails(
        SignatureVerificationException.class,
        () ->
            Webhook.constructEvent(
                last.body(), last.headers().get("Stripe-Signature"), "whsec_local"));
  }

  @Test
  void notificationsAreDroppedResentAndReordered() throws Exception {
    stack.script(
        "/control/webhooks", "provider", "stripe", "type", "charge.succeeded", "action", "drop");
    stack.script("/control/webhooks", "type", "payment_intent.created", "action", "reorder");
    pay("pm_card_visa", "p15");

    await().until(() -> told("payment_intent.created", "p15").size() == 1);
    assertThat(told("charge.succeeded", "p15")).isEmpty();
    assertThat(told("payment_intent.succeeded", "p15")).hasSize(1);
    for (JsonNode delivery : Json.parse(stack.get("/control/webhooks")).path("deliveries")) {
      if (Json.text(delivery, "state").equals("DROPPED")) {
        stack.script("/control/webhooks/" + Json.text(delivery, "id") + "/resend");
      }
    }
    await().until(() -> told("charge.succeeded", "p15").size() == 1);
  }

  /// What the receiver took of a type about a payment.
  private static List<Receiver.Notification> told(String type, String paymentId) {
    return receiver.received.stream()
        .filter(n -> n.answer() == 200)
        .filter(n -> n.body().contains("\"" + type + "\""))
        .filter(n -> n.body().contains("\"paymentId\":\"" + paymentId + "\""))
        .toList();
  }

  @Test
  void chargesAndKeysOutliveARestart(@TempDir Path directory) throws Exception {
    String id;
    try (RunningStack first = new RunningStack(receiver.base(), directory)) {
      id = createOn(first);
    }
    try (RunningStack second = new RunningStack(receiver.base(), directory)) {
      assertThat(second.get("/ledger/charges?paymentId=p14")).contains(id);
      assertThat(createOn(second)).isEqualTo(id);
    }
  }

  private static String createOn(RunningStack on) throws StripeException {
    var params = payment("pm_card_visa", "p14").build();
    return client(on, "sk_other").v1().paymentIntents().create(params, key("p14:1")).getId();
  }
}
