package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Money;
import io.emporium.events.payment.PaymentFailed;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.payment.PaymentUnknown;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import io.emporium.payment.payment.AskPlan;
import io.emporium.payment.payment.PayRequest;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ProcessIT implements WithProviders {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @Nested
  class Card {

    @Test
    void isChargedOnceHoweverOftenItIsAskedFor() {
      String order = Orders.ready(broker);

      TestResponse paid = Orders.payByCard(api, order, "pm_card_visa").expect(200);
      TestResponse again = Orders.payByCard(api, order, "pm_card_visa").expect(200);

      assertThat(paid.text("/status")).isEqualTo("succeeded");
      assertThat(again.text("/status")).isEqualTo("succeeded");
      assertThat(paid.json().at("/amount/amount").asLong()).isEqualTo(1999);
      var event = broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
      assertThat(event.companyid()).isEqualTo(Orders.COMPANY);
      assertThat(event.shopid()).isEqualTo("corner");
      assertThat(event.data().provider()).isEqualTo("stripe");
      assertThat(Providers.charges(order)).hasSize(1);
      assertThat(Providers.charges(order).get(0).path("idempotencyKey").asString())
          .isEqualTo("pay-" + order + ":1");
    }

    @Test
    void isChargedOnceByTwentyImpatientClicks() throws Exception {
      String order = Orders.ready(broker);
      Callable<Integer> click = () -> Orders.payByCard(api, order, "pm_card_visa").status();

      List<Future<Integer>> clicks;
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        clicks = threads.invokeAll(Collections.nCopies(20, click));
      }

      for (Future<Integer> one : clicks) {
        assertThat(one.get()).isIn(200, 409);
      }
      assertThat(Orders.payByCard(api, order, "pm_card_visa").expect(200).text("/status"))
          .isEqualTo("succeeded");
      assertThat(Providers.charges(order)).hasSize(1);
    }

    @Test
    void thatIsDeclinedEndsThePayment() {
      String order = Orders.ready(broker);

      var declined =
          Orders.payByCard(api, order, "pm_card_chargeDeclinedInsufficientFunds").expect(200);

      assertThat(declined.text("/status")).isEqualTo("failed");
      assertThat(declined.text("/failureCode")).isEqualTo("insufficient_funds");
      var event = broker.awaitPublished(PaymentFailed.class, e -> e.orderId().equals(order));
      assertThat(event.data().reason()).isEqualTo("insufficient_funds");
      Orders.payByCard(api, order, "pm_card_visa").expectProblem(409, "order_not_payable");
    }

    @Test
    void thatStripeDoesNotKnowLeavesThePaymentOpen() {
      String order = Orders.ready(broker);

      Orders.payByCard(api, order, "pm_unheard_of").expectProblem(422, "payment_method_refused");

      assertThat(Orders.payByCard(api, order, "pm_card_visa").expect(200).text("/status"))
          .isEqualTo("succeeded");
    }

    @Test
    void isNotAskedForAnAmountThatStripeCannotExpress() {
      String order = Orders.id();
      broker.deliver(Orders.COMPANY, Orders.initiate(order, Money.of(201, "MGA")));

      Orders.payByCard(api, order, "pm_card_visa").expectProblem(422, "payment_method_refused");

      assertThat(Providers.charges(order)).isEmpty();
    }

    @Test
    void thatNeedsAuthenticationIsPaidWhenTheCustomerComesBack() {
      String order = Orders.ready(broker);
      var waiting = Orders.payByCard(api, order, "pm_card_threeDSecure2Required").expect(200);
      assertThat(waiting.text("/status")).isEqualTo("requires_action");
      assertThat(waiting.text("/nextAction/type")).isEqualTo("redirect");

      Providers.post(waiting.text("/nextAction/url") + "/complete", "");

      assertThat(
              Orders.payByCard(api, order, "pm_card_threeDSecure2Required")
                  .expect(200)
                  .text("/status"))
          .isEqualTo("succeeded");
      assertThat(Providers.charges(order)).hasSize(1);
    }
  }

  @Nested
  class Silence {

    @Test
    void afterTheChargeIsResolvedByAsking() {
      String order = Orders.ready(broker);

      var unknown = Orders.payByCard(api, order, "pm_local_timeout_after_charge").expect(200);

      assertThat(unknown.text("/status")).isEqualTo("unknown");
      broker.awaitPublished(PaymentUnknown.class, e -> e.orderId().equals(order));
      broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
      assertThat(Providers.charges(order)).hasSize(1);
    }

    @Test
    void beforeTheChargeIsResolvedByTheSameCallAgain() {
      String order = Orders.ready(broker);

      var unknown = Orders.payByCard(api, order, "pm_local_timeout_before_charge").expect(200);

      assertThat(unknown.text("/status")).isEqualTo("unknown");
      broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
      assertThat(Providers.charges(order)).hasSize(1);
    }

    @Test
    void ofAnOverloadedProviderIsNoDecline() {
      String order = Orders.ready(broker);

      assertThat(Orders.payByCard(api, order, "pm_local_rate_limited").expect(200).text("/status"))
          .isEqualTo("unknown");

      broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
      assertThat(Providers.charges(order)).hasSize(1);
    }

    @Test
    void thatStripeKeepsRepeatingEndsAsADeclineWithoutACharge() {
      String order = Orders.ready(broker);

      assertThat(Orders.payByCard(api, order, "pm_local_error_500").expect(200).text("/status"))
          .isEqualTo("unknown");

      var failed = broker.awaitPublished(PaymentFailed.class, e -> e.orderId().equals(order));
      assertThat(failed.data().reason()).isEqualTo("provider_error");
      assertThat(Providers.charges(order)).isEmpty();
    }
  }

  @Nested
  class Crash {

    @Autowired private AggregateStore<Payment> payments;

    @Test
    void betweenWritingDownAndTheAnswerIsRepairedWithTheSameKey() {
      String order = Orders.ready(broker);
      var request = new PayRequest(Provider.STRIPE, "pm_card_visa", null);
      var plan = new AskPlan(Instant.now(), Duration.ofMillis(100), List.of());

      var unused =
          payments.change(
              Scope.company(Orders.COMPANY), "pay-" + order, found -> found.begin(request, plan));

      broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
      assertThat(Providers.charges(order)).hasSize(1);
      assertThat(Providers.charges(order).get(0).path("idempotencyKey").asString())
          .isEqualTo("pay-" + order + ":1");
    }
  }

  @Nested
  class SavedCard {

    @Test
    void paysTheNextOrder() {
      String customer = Orders.CUSTOMER;
      String first = Orders.ready(broker);
      var body =
          Map.of(
              "orderId",
              first,
              "provider",
              "stripe",
              "paymentMethod",
              "pm_card_visa",
              "save",
              true);
      api.as(TestTokens.customer(customer)).post("/api/payments/process", body).expect(200);
      await().until(() -> !saved(customer).path("items").isEmpty());

      var method = saved(customer).path("items").get(0);
      String second = Orders.ready(broker);
      var paid = Orders.payByCard(api, second, method.path("token").asString()).expect(200);

      assertThat(paid.text("/status")).isEqualTo("succeeded");
      assertThat(method.path("last4").asString()).isEqualTo("4242");
      assertThat(saved("eve").path("items")).isEmpty();
    }

    private JsonNode saved(String customer) {
      return api.as(TestTokens.customer(customer)).get("/api/payments/methods").expect(200).json();
    }
  }

  @Nested
  class PayPal {

    @Test
    void isPaidAfterApproval() {
      String order = Orders.ready(broker);
      var waiting = Orders.pay(api, order, "paypal", null).expect(200);
      assertThat(waiting.text("/status")).isEqualTo("requires_action");
      assertThat(Orders.pay(api, order, "paypal", null).expect(200).text("/status"))
          .isEqualTo("requires_action");

      Providers.post(waiting.text("/nextAction/url"), "");

      assertThat(Orders.pay(api, order, "paypal", null).expect(200).text("/status"))
          .isEqualTo("succeeded");
      assertThat(Providers.charges(order)).hasSize(1);
      broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
    }
  }

  @Nested
  class Cash {

    @Test
    void isConfirmedByStaffOfTheShop() {
      String order = Orders.ready(broker);
      assertThat(Orders.pay(api, order, "cash", null).expect(200).text("/status"))
          .isEqualTo("processing");
      String confirm = "/api/payments/pay-" + order + "/confirm";

      api.as(TestTokens.shopStaff(Orders.COMPANY, "other-shop"))
          .post(confirm, Map.of())
          .expectProblem(404, "payment_not_found");
      var confirmed =
          api.as(TestTokens.shopStaff(Orders.COMPANY, "corner"))
              .post(confirm, Map.of("reference", "receipt 7"))
              .expect(200);

      assertThat(confirmed.text("/status")).isEqualTo("succeeded");
      var event = broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
      assertThat(event.data().provider()).isEqualTo("cash");
    }
  }

  @Nested
  class Impatience {

    @Test
    void isRewardedWhenThePaymentOpensMeanwhile() throws Exception {
      String order = Orders.id();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<TestResponse> paying =
            threads.submit(() -> Orders.payByCard(api, order, "pm_card_visa"));
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        broker.deliver(Orders.COMPANY, Orders.initiate(order));

        assertThat(paying.get().expect(200).text("/status")).isEqualTo("succeeded");
      }
    }

    @Test
    void isToldToComeBackOtherwise() {
      var early = Orders.payByCard(api, Orders.id(), "pm_card_visa");

      early.expectProblem(409, "payment_not_ready");
      assertThat(early.header("Retry-After")).isEqualTo("1");
    }
  }

  @Test
  void somebodyElsesOrderIsLikeOneThatNeverWas() {
    String order = Orders.ready(broker);
    var body = Map.of("orderId", order, "provider", "stripe", "paymentMethod", "pm_card_visa");

    api.as(TestTokens.customer("eve"))
        .post("/api/payments/process", body)
        .expectProblem(409, "payment_not_ready");
    api.as(TestTokens.customer("eve"))
        .get("/api/payments/pay-" + order)
        .expectProblem(404, "payment_not_found");
    api.as(TestTokens.companyAdmin("rivals"))
        .get("/api/payments/pay-" + order)
        .expectProblem(404, "payment_not_found");
    api.post("/api/payments/process", body).expectProblem(401, "unauthenticated");
  }

  @Test
  void cardNumbersAndStrangePropertiesAreRefused() {
    var customer = api.as(TestTokens.customer(Orders.CUSTOMER));
    var number =
        customer.post(
            "/api/payments/process",
            Map.of(
                "orderId", Orders.id(), "provider", "stripe", "paymentMethod", "4242424242424242"));
    assertThat(number.expectProblem(400, "invalid_request").at("/errors/0/pointer").asString())
        .isEqualTo("/paymentMethod");
    customer
        .post(
            "/api/payments/process",
            Map.of("orderId", Orders.id(), "provider", "stripe", "cvv", "123"))
        .expectProblem(400, "invalid_request");
    customer
        .post("/api/payments/process", Map.of("orderId", Orders.id(), "provider", "barter"))
        .expectProblem(400, "invalid_request");
  }
}
