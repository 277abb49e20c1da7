package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Money;
import io.emporium.events.payment.PaymentChoice;
import io.emporium.events.payment.PaymentFailed;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.events.payment.PaymentRefundFailed;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.payment.RefundPayment;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Customers who say with the order how they pay, and call no more.
@ServiceTest
class ChosenPaymentIT implements WithProviders {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @AfterEach
  void calm() {
    Providers.calm();
  }

  @Test
  void aCardIsChargedOnceHoweverOftenThePaymentIsOpened() {
    String order = Orders.id();
    PaymentOptions card = card("pm_card_visa");

    for (int n = 0; n < 3; n++) {
      broker.deliver(Orders.COMPANY, Orders.initiate(order, card));
    }

    var paid = broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
    assertThat(paid.data().customerId()).isEqualTo(Orders.CUSTOMER);
    awaitStatus(order, "succeeded");
    broker.deliver(Orders.COMPANY, Orders.initiate(order, card));
    assertThat(Orders.payByCard(api, order, "pm_card_visa").expect(200).text("/status"))
        .isEqualTo("succeeded");
    assertThat(Providers.charges(order)).hasSize(1);
  }

  @Test
  void aDeclinedCardEndsThePayment() {
    String order = opened(card("pm_card_chargeDeclinedInsufficientFunds"));

    var failed = broker.awaitPublished(PaymentFailed.class, e -> e.orderId().equals(order));

    assertThat(failed.data().reason()).isEqualTo("insufficient_funds");
  }

  @Test
  void whatTheCustomerHasToDoIsShownAndDoneByThem() {
    String order = opened(card("pm_card_threeDSecure2Required"));

    TestResponse waiting = awaitStatus(order, "requires_action");
    Providers.post(waiting.text("/nextAction/url") + "/complete", "");

    assertThat(
            Orders.payByCard(api, order, "pm_card_threeDSecure2Required")
                .expect(200)
                .text("/status"))
        .isEqualTo("succeeded");
    assertThat(Providers.charges(order)).hasSize(1);
  }

  @Test
  void aCardThatTheProviderDoesNotKnowLeavesThePaymentOpenAndSaysWhy() {
    String order = opened(card("pm_unheard_of"));

    awaitFailure(order, "resource_missing");

    assertThat(payment(order).text("/status")).isEqualTo("requested");
    assertThat(Orders.payByCard(api, order, "pm_card_visa").expect(200).text("/status"))
        .isEqualTo("succeeded");
  }

  @Test
  void cashWaitsForThePersonWhoTakesIt() {
    String order = opened(paidWith("cash", null, false));

    awaitStatus(order, "processing");

    api.as(TestTokens.shopStaff(Orders.COMPANY, "corner"))
        .post("/api/payments/pay-" + order + "/confirm", Map.of("reference", "receipt 7"))
        .expect(200);
    awaitStatus(order, "succeeded");
  }

  @Test
  void aCardIsSavedOnRequest() {
    int before = savedMethods();
    String order = opened(paidWith("stripe", "pm_card_visa", true));

    awaitStatus(order, "succeeded");

    await().until(() -> savedMethods() == before + 1);
  }

  @Test
  void whatCannotBeSavedIsNotChargedEither() {
    String order = opened(paidWith("paypal", null, true));

    awaitFailure(order, "method_not_savable");

    assertThat(payment(order).text("/status")).isEqualTo("requested");
    assertThat(Providers.charges(order)).isEmpty();
  }

  @Test
  void aShopIsPaidInTheWaysThatItOffers() {
    String order = opened(new PaymentOptions(List.of("cash", "paypal"), null));

    Orders.payByCard(api, order, "pm_card_visa").expectProblem(422, "payment_method_not_offered");

    assertThat(Orders.pay(api, order, "cash", null).expect(200).text("/status"))
        .isEqualTo("processing");
  }

  @Test
  void anOrderOverNothingIsPaid() {
    String order = Orders.id();

    broker.deliver(Orders.COMPANY, Orders.initiate(order, Money.of(0, "USD")));

    var paid = broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
    assertThat(paid.data().provider()).isEqualTo("none");
    broker.deliver(
        Orders.COMPANY, new RefundPayment(order, "r-" + order, Money.of(0, "USD"), "cancelled"));
    broker.awaitPublished(PaymentRefundFailed.class, e -> e.orderId().equals(order));
    assertThat(awaitStatus(order, "succeeded").json().has("attention")).isFalse();
    assertThat(Providers.charges(order)).isEmpty();
  }

  @Test
  void aWayThatIsUnknownHereLeavesThePaymentOpen() {
    String order = opened(paidWith("barter", null, false));

    awaitStatus(order, "requested");

    assertThat(Orders.payByCard(api, order, "pm_card_visa").expect(200).text("/status"))
        .isEqualTo("succeeded");
  }

  private String opened(PaymentOptions options) {
    String order = Orders.id();
    broker.deliver(Orders.COMPANY, Orders.initiate(order, options));
    return order;
  }

  private static PaymentOptions card(String token) {
    return paidWith("stripe", token, false);
  }

  private static PaymentOptions paidWith(String provider, String token, boolean save) {
    String back = "https://shop.example.com/return";
    return new PaymentOptions(List.of(), new PaymentChoice(provider, token, back, save));
  }

  private TestResponse awaitStatus(String order, String status) {
    return await()
        .until(
            () -> payment(order),
            answer -> answer.status() == 200 && answer.text("/status").equals(status));
  }

  private void awaitFailure(String order, String code) {
    await().until(() -> payment(order).json().path("failureCode").asString("").equals(code));
  }

  private int savedMethods() {
    return customer().get("/api/payments/methods").expect(200).json().path("totalItems").asInt();
  }

  private TestResponse payment(String order) {
    return customer().get("/api/payments/pay-" + order);
  }

  private TestApi customer() {
    return api.as(TestTokens.customer(Orders.CUSTOMER));
  }
}
