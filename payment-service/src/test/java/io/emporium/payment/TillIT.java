package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.payment.ConfirmPaymentByHand;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.payment.PaymentVoided;
import io.emporium.events.payment.VoidPayment;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Sales at a till, confirmed by message.
@ServiceTest
class TillIT implements WithProviders {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @Test
  void theTillHasTheMoneyOnceHoweverOftenItSaysSo() {
    String order = Orders.ready(broker);
    var envelope = broker.deliver(Orders.COMPANY, taken(order, "card_terminal"));
    broker.deliver(envelope);
    broker.deliver(Orders.COMPANY, taken(order, "card_terminal"));

    var success = broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));

    assertThat(success.data().provider()).isEqualTo("card_terminal");
    assertThat(success.data().providerReference()).isEqualTo("slip-7");
    assertThat(broker.published(PaymentSucceeded.class, e -> e.orderId().equals(order))).hasSize(1);
    assertThat(status(order)).isEqualTo("succeeded");
  }

  @Test
  void itMayOvertakeThePaymentsOpening() {
    String order = Orders.id();
    broker.deliver(Orders.COMPANY, taken(order, "cash"));
    broker.deliver(Orders.COMPANY, Orders.initiate(order));

    // It found no payment and waits five seconds in the retry queue, or came after all.
    broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
  }

  @Test
  void aSaleThatWasCalledOffStaysUnpaidAndParksNothing() {
    String order = Orders.ready(broker);
    int parked = broker.depth("payment.parking");
    broker.deliver(Orders.COMPANY, new VoidPayment(order, "cancelled"));
    broker.awaitPublished(PaymentVoided.class, e -> e.orderId().equals(order));

    broker.deliver(Orders.COMPANY, taken(order, "cash"));
    String next = Orders.ready(broker);
    broker.deliver(Orders.COMPANY, taken(next, "cash"));
    broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(next));

    assertThat(status(order)).isEqualTo("voided");
    assertThat(broker.depth("payment.parking")).isEqualTo(parked);
  }

  @Test
  void whatIsNotPaidByHandIsParked() {
    String order = Orders.ready(broker);
    int parked = broker.depth("payment.parking");

    broker.deliver(Orders.COMPANY, taken(order, "stripe"));

    await().until(() -> broker.depth("payment.parking") == parked + 1);
    assertThat(status(order)).isEqualTo("requested");
  }

  private String status(String order) {
    return api.as(TestTokens.companyAdmin(Orders.COMPANY))
        .get("/api/payments/pay-" + order)
        .expect(200)
        .text("/status");
  }

  private static ConfirmPaymentByHand taken(String order, String provider) {
    return new ConfirmPaymentByHand(order, provider, "slip-7", "staff-1");
  }
}
