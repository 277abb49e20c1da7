package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.events.Money;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.payment.RefundPayment;
import io.emporium.events.payment.VoidPayment;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestTokens;
import io.emporium.kit.testing.simulation.Shuffled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The commands about one paid order, each three times and shuffled, over a real broker.
@ServiceTest
class ShuffleIT implements WithProviders {

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;

  @Test
  void everySeedEndsAsTheCleanRunDoes() {
    Shuffled.forEverySeed(this::endsAsTheCleanRunDoes);
  }

  private void endsAsTheCleanRunDoes(Random random) {
    String order = Orders.ready(broker);
    Orders.payByCard(api, order, "pm_card_visa").expect(200);
    List<Envelope<? extends Message>> commands = new ArrayList<>();
    for (Message command :
        List.of(
            Orders.initiate(order),
            new RefundPayment(order, "r1-" + order, Money.of(500, "USD"), "scratched"),
            new VoidPayment(order, "expired"),
            new RefundPayment(order, "r2-" + order, Money.of(1_499, "USD"), "cancelled"),
            new OrderCancelled(order, "ORD-1", Orders.CUSTOMER, "corner", "called_off"))) {
      commands.add(TestBroker.envelope(UUID.randomUUID().toString(), Orders.COMPANY, 1, command));
    }

    Shuffled.threeTimes(commands, random).forEach(broker::deliver);

    await()
        .untilAsserted(
            () -> {
              var payment =
                  api.as(TestTokens.companyAdmin(Orders.COMPANY))
                      .get("/api/payments/pay-" + order)
                      .expect(200);
              assertThat(payment.text("/status")).isEqualTo("succeeded");
              assertThat(payment.json().at("/refunded/amount").asLong()).isEqualTo(1_999);
            });
    assertThat(Providers.charges(order)).hasSize(1);
    assertThat(Providers.refunds(order)).hasSize(2);
  }
}
