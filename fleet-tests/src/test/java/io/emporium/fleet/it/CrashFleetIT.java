package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.emporium.fleet.bench.BenchShop;
import io.emporium.fleet.broker.BrokerAddress;
import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.client.Waiting;
import io.emporium.fleet.roster.Roster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Services and the broker die by kill -9 while orders run. Afterwards the books agree.
class CrashFleetIT {

  private static final int ORDERS = 200;
  private static final int CUSTOMERS = 6;
  private static final int UNITS = 10_000;
  private static final Duration TERMINAL = Duration.ofSeconds(60);
  private static final List<String> VICTIMS =
      List.of(
          "sales-service",
          "inventory-service",
          "payment-service",
          "notification-service",
          Roster.RABBITMQ);

  private final TestFleet fleet = new TestFleet();

  @Test
  void theBooksAgreeAfterEachVictimWasKilled() throws Exception {
    long seed = Long.getLong("fleet.seed", System.nanoTime());
    System.out.println("crash test seed: " + seed);
    BenchShop shop = fleet.openShop("crash" + System.nanoTime() % 100_000_000);
    List<String> products = shop.publish(4, 2);
    for (int i = 0; i < products.size(); i++) {
      shop.stock(i, UNITS);
    }
    shop.awaitSearchable(products.size());
    PatientBuyers buyers = new PatientBuyers(shop.customers(CUSTOMERS, 2), products);

    buyers.start(ORDERS);
    killEachVictim(buyers, new Random(seed));
    buyers.awaitDone();

    assertThat(buyers.failures()).isEmpty();
    assertThat(buyers.accepted()).hasSize(ORDERS);
    Set<String> confirmed = awaitTerminal(buyers);
    awaitStock(shop, products, confirmed.size());
    assertThat(chargedOrders(buyers.accepted().keySet())).isEqualTo(confirmed);
    assertNothingParked();
  }

  private void killEachVictim(PatientBuyers buyers, Random random) throws Exception {
    List<String> victims = new ArrayList<>(VICTIMS);
    Collections.shuffle(victims, random);
    int due = ORDERS / (victims.size() + 1);
    for (int i = 0; i < victims.size(); i++) {
      buyers.awaitAccepted(due * (i + 1) - random.nextInt(due / 2));
      System.out.println("kill -9 " + victims.get(i));
      fleet.kill(victims.get(i));
      fleet.restart(victims.get(i));
    }
  }

  /// @return ids of the confirmed orders
  private Set<String> awaitTerminal(PatientBuyers buyers) {
    Set<String> confirmed = new HashSet<>();
    buyers
        .accepted()
        .forEach(
            (orderId, customer) -> {
              Answer end =
                  Waiting.until(
                      TERMINAL,
                      "the end of order " + orderId,
                      () -> customer.get("/api/orders/" + orderId),
                      answer -> isTerminal(answer.json().at("/status").asString("")));
              if (end.text("/status").equals("confirmed")) {
                confirmed.add(orderId);
              }
            });
    return confirmed;
  }

  private static boolean isTerminal(String status) {
    return Set.of("confirmed", "cancelled", "rejected", "expired").contains(status);
  }

  private static void awaitStock(BenchShop shop, List<String> products, int sold) {
    Waiting.until(
        TERMINAL,
        sold + " units deducted and none held",
        () -> total(shop, products.size(), sold),
        answer -> answer.body().equals("as expected"));
  }

  private static Answer total(BenchShop shop, int products, int sold) {
    long onHand = 0;
    long reserved = 0;
    for (int i = 0; i < products; i++) {
      Answer stock = shop.stockOf(i);
      onHand += stock.number("/items/0/onHand");
      reserved += stock.number("/items/0/reserved");
    }
    boolean right = onHand == (long) products * UNITS - sold && reserved == 0;
    return new Answer(
        "the stock",
        200,
        right ? "as expected" : "on hand " + onHand + ", reserved " + reserved,
        "none");
  }

  private Set<String> chargedOrders(Set<String> ours) {
    Set<String> charged = new HashSet<>();
    JsonNode charges = new Api(fleet.localStack()).get("/ledger/charges").expect(200).json();
    for (JsonNode charge : charges.isArray() ? charges : charges.path("charges")) {
      String orderId = charge.at("/metadata/orderId").asString(charge.at("/orderId").asString(""));
      if (ours.contains(orderId) && charge.toString().contains("CAPTURED")) {
        assertThat(charged.add(orderId)).as("charged once: " + orderId).isTrue();
      }
    }
    return charged;
  }

  private void assertNothingParked() throws Exception {
    BrokerAddress address = fleet.broker();
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(address.host());
    factory.setPort(address.port());
    factory.setUsername(address.username());
    factory.setPassword(address.password());
    try (Connection connection = factory.newConnection();
        Channel channel = connection.createChannel()) {
      for (String prefix :
          List.of("sales", "inventory", "payment", "notification", "audit", "analytics")) {
        assertThat(channel.messageCount(prefix + ".parking")).as(prefix + ".parking").isZero();
      }
    }
  }
}
