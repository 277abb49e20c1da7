package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Money;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderRejected;
import io.emporium.events.payment.InitiatePayment;
import io.emporium.events.payment.PaymentInitiated;
import io.emporium.events.payment.PaymentRefundFailed;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.payment.PaymentVoided;
import io.emporium.events.payment.RefundPayment;
import io.emporium.events.payment.VoidPayment;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class CommandIT implements WithProviders {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @Nested
  class Initiate {

    @Test
    void redeliveredIsHandledOnce() {
      String order = Orders.id();
      var envelope = broker.deliver(Orders.COMPANY, Orders.initiate(order));
      broker.awaitPublished(PaymentInitiated.class, e -> e.orderId().equals(order));

      broker.deliver(envelope);
      broker.deliver(Orders.COMPANY, Orders.initiate(order));

      // The redelivery is silent; the repeated command is answered again.
      await().until(() -> initiated(order) == 2);
      assertThat(payment(order).expect(200).text("/status")).isEqualTo("requested");
    }

    @Test
    void afterAVoidIsAnsweredWithVoided() {
      String order = Orders.id();
      broker.deliver(Orders.COMPANY, new VoidPayment(order, "expired"));
      broker.awaitPublished(PaymentVoided.class, e -> e.orderId().equals(order));

      broker.deliver(Orders.COMPANY, Orders.initiate(order));

      await().until(() -> voided(order) == 2);
      assertThat(initiated(order)).isZero();
      Orders.payByCard(api, order, "pm_card_visa").expectProblem(409, "order_not_payable");
      assertThat(Providers.charges(order)).isEmpty();
    }

    @Test
    void thatIsNoMessageIsParkedAndHarmsNothing() {
      int before = broker.depth("payment.parking");

      broker.deliverRaw(
          InitiatePayment.class,
          "{\"type\":\"payment.initiate\"".getBytes(StandardCharsets.UTF_8),
          Orders.id());

      await().until(() -> broker.depth("payment.parking") == before + 1);
      assertThat(Orders.ready(broker)).isNotEmpty();
    }
  }

  @Nested
  class Void {

    @Test
    void closesAnOpenPayment() {
      String order = Orders.ready(broker);

      broker.deliver(Orders.COMPANY, new VoidPayment(order, "cancelled"));

      broker.awaitPublished(PaymentVoided.class, e -> e.orderId().equals(order));
      Orders.payByCard(api, order, "pm_card_visa").expectProblem(409, "order_not_payable");
    }

    @Test
    void ofAPaidOrderIsAnsweredWithSuccess() {
      String order = Orders.ready(broker);
      Orders.payByCard(api, order, "pm_card_visa").expect(200);

      broker.deliver(Orders.COMPANY, new VoidPayment(order, "expired"));

      await().until(() -> succeeded(order) == 2);
      assertThat(voided(order)).isZero();
    }

    @Test
    void withdrawsWhatWaitsForTheCustomer() {
      String order = Orders.ready(broker);
      var waiting = Orders.payByCard(api, order, "pm_card_threeDSecure2Required").expect(200);

      broker.deliver(Orders.COMPANY, new VoidPayment(order, "expired"));
      broker.awaitPublished(PaymentVoided.class, e -> e.orderId().equals(order));
      Providers.post(waiting.text("/nextAction/url") + "/complete", "");

      assertThat(Providers.charges(order)).isEmpty();
    }

    @Test
    void ofACustomerWhoWasFasterAtTheProviderIsAnsweredWithSuccess() {
      String order = Orders.ready(broker);
      var waiting = Orders.payByCard(api, order, "pm_card_threeDSecure2Required").expect(200);
      Providers.post(waiting.text("/nextAction/url") + "/complete", "");

      broker.deliver(Orders.COMPANY, new VoidPayment(order, "expired"));

      broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
      assertThat(voided(order)).isZero();
    }
  }

  @Nested
  class Refund {

    @Test
    void happensOncePerIdAndIsAnsweredAgain() {
      String order = paid();
      var refund = new RefundPayment(order, "refund-" + order, Money.of(1999, "USD"), "cancelled");

      broker.deliver(Orders.COMPANY, refund);
      broker.awaitPublished(PaymentRefunded.class, e -> e.orderId().equals(order));
      broker.deliver(Orders.COMPANY, refund);

      await().until(() -> refunded(order) == 2);
      assertThat(Providers.refunds(order)).hasSize(1);
      assertThat(payment(order).json().at("/refunded/amount").asLong()).isEqualTo(1999);
    }

    @Test
    void aboveWhatIsLeftGivesTheRestAndThenFails() {
      String order = paid();
      broker.deliver(
          Orders.COMPANY, new RefundPayment(order, "r1", Money.of(1500, "USD"), "return"));
      broker.awaitPublished(PaymentRefunded.class, e -> e.orderId().equals(order));

      broker.deliver(
          Orders.COMPANY, new RefundPayment(order, "r2", Money.of(500, "USD"), "return"));
      await().until(() -> refunded(order) == 2);
      broker.deliver(
          Orders.COMPANY, new RefundPayment(order, "r3", Money.of(100, "USD"), "return"));

      var failed = broker.awaitPublished(PaymentRefundFailed.class, e -> e.orderId().equals(order));
      assertThat(failed.data().reason()).isEqualTo("exceeds_captured");
      assertThat(Providers.refunds(order)).hasSize(2);
      assertThat(payment(order).json().at("/refunded/amount").asLong()).isEqualTo(1999);
    }

    @Test
    void survivesAProviderThatFails() {
      String order = paid();
      Providers.post(
          "/control/faults",
          "{\"target\":\"stripe\",\"operation\":\"refunds\",\"fault\":\"error_500\"}");

      broker.deliver(
          Orders.COMPANY, new RefundPayment(order, "r1", Money.of(1999, "USD"), "cancelled"));

      broker.awaitPublished(PaymentRefunded.class, e -> e.orderId().equals(order));
      assertThat(Providers.refunds(order)).hasSize(1);
    }

    @Test
    void byStaffNeedsAKeyAndHappensOncePerKey() {
      String order = paid();
      var manager = api.as(TestTokens.manager(Orders.COMPANY, "corner"));
      String path = "/api/payments/pay-" + order + "/refunds";
      var body = Map.of("amount", Map.of("amount", 500, "currency", "USD"), "reason", "scratched");

      manager.post(path, body).expectProblem(400, "invalid_request");
      var first = manager.post(path, body, "Idempotency-Key", order).expect(201);
      manager.post(path, body, "Idempotency-Key", order).expect(201);

      assertThat(first.text("/status")).isEqualTo("succeeded");
      assertThat(Providers.refunds(order)).hasSize(1);
      manager
          .post(
              path,
              Map.of("reason", "too much", "amount", Map.of("amount", 1500, "currency", "USD")),
              "Idempotency-Key",
              order + "-2")
          .expectProblem(409, "refund_not_possible");
      manager
          .post(path, Map.of("reason", "card 4242 4242 4242 4242"), "Idempotency-Key", order + "-3")
          .expectProblem(400, "invalid_request");
      api.as(TestTokens.customer(Orders.CUSTOMER))
          .post(path, body, "Idempotency-Key", order)
          .expectProblem(403, "forbidden");
    }
  }

  @Nested
  class OrderEnd {

    @Test
    void beforeThePaymentOpensMakesTheOrderUnpayableAtOnce() {
      String order = Orders.id();
      broker.deliver(
          Orders.COMPANY, new OrderRejected(order, "ORD-1", Orders.CUSTOMER, "corner", "no stock"));

      Orders.payByCard(api, order, "pm_card_visa").expectProblem(409, "order_not_payable");
    }

    @Test
    void ofAPaidOrderMakesAnOrphanUntilItIsRefunded() {
      String order = paid();
      broker.deliver(
          Orders.COMPANY,
          new OrderCancelled(order, "ORD-1", Orders.CUSTOMER, "corner", "customer"));
      await().until(() -> orphans().contains("pay-" + order));

      broker.deliver(
          Orders.COMPANY, new RefundPayment(order, "r", Money.of(1999, "USD"), "cancelled"));

      await().until(() -> !orphans().contains("pay-" + order));
    }

    private String orphans() {
      return api.as(TestTokens.companyAdmin(Orders.COMPANY))
          .get("/api/payments/orphans?size=100")
          .expect(200)
          .response()
          .body();
    }
  }

  private String paid() {
    String order = Orders.ready(broker);
    Orders.payByCard(api, order, "pm_card_visa").expect(200);
    return order;
  }

  private TestResponse payment(String order) {
    return api.as(TestTokens.customer(Orders.CUSTOMER)).get("/api/payments/pay-" + order);
  }

  private int initiated(String order) {
    return broker.published(PaymentInitiated.class, e -> e.orderId().equals(order)).size();
  }

  private int voided(String order) {
    return broker.published(PaymentVoided.class, e -> e.orderId().equals(order)).size();
  }

  private int succeeded(String order) {
    return broker.published(PaymentSucceeded.class, e -> e.orderId().equals(order)).size();
  }

  private int refunded(String order) {
    return broker.published(PaymentRefunded.class, e -> e.orderId().equals(order)).size();
  }
}
