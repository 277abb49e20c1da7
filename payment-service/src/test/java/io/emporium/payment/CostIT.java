package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.payment.webhook.ProviderEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// How many database commands a paid order costs, so that a careless read on this path is seen. The
/// sweeps, which read all the time, are left out: they find, and do not write.
@ServiceTest
class CostIT implements WithProviders {

  private static final int ORDERS = 20;

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @Autowired private MeterRegistry meters;
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
  void aPaidOrderIsFewWrites() {
    pay();
    Map<String, Long> before = commands();

    for (int i = 0; i < ORDERS; i++) {
      pay();
    }

    Map<String, Long> after = commands();
    after.replaceAll((command, count) -> count - before.getOrDefault(command, 0L));
    assertThat(writes(after))
        .as("commands for %d paid orders: %s", ORDERS, after)
        .isLessThanOrEqualTo(13L * ORDERS);
  }

  private void pay() {
    String order = Orders.ready(broker);
    Orders.payByCard(api, order, "pm_card_visa").expect(200);
    broker.awaitPublished(PaymentSucceeded.class, e -> e.orderId().equals(order));
    Document notified = new Document("paymentId", "pay-" + order);
    await().until(() -> !events.list(notified, PageQuery.first(1)).isEmpty());
  }

  private static long writes(Map<String, Long> commands) {
    return commands.entrySet().stream()
        .filter(command -> command.getKey().matches("(insert|update|delete) .*"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Map<String, Long> commands() {
    Map<String, Long> counts = new TreeMap<>();
    for (Timer timer : meters.find("mongodb.driver.commands").timers()) {
      String collection = timer.getId().getTag("collection");
      counts.merge(timer.getId().getTag("command") + " " + collection, timer.count(), Long::sum);
    }
    return counts;
  }
}
