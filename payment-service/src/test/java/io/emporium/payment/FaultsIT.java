package io.emporium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.payment.PaymentInitiated;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.TestResponse;
import io.emporium.kit.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Payments through providers that time out before and after the charge, fail, decline, are slow,
/// and lose, repeat, delay and swap their notifications. `-Demporium.payments=1000` for more of
/// them, `-Demporium.seed=…` for others.
@ServiceTest
class FaultsIT implements WithProviders {

  private static final int PAYMENTS = Integer.getInteger("emporium.payments", 200);
  private static final long SEED = Long.getLong("emporium.seed", 7);
  private static final int AT_ONCE = 32;
  private static final List<String> CARDS =
      List.of(
          "pm_card_visa",
          "pm_card_visa",
          "pm_card_mastercard",
          "pm_local_timeout_after_charge",
          "pm_local_timeout_before_charge",
          "pm_local_error_500",
          "pm_local_rate_limited",
          "pm_local_slow",
          "pm_card_chargeDeclined",
          "pm_card_threeDSecure2Required",
          "paypal");
  private static final List<String> WITH_ACTION =
      List.of("pm_card_threeDSecure2Required", "paypal");
  private static final List<String> DECIDED = List.of("succeeded", "failed");
  private static final List<String> MISHAPS = List.of("drop", "duplicate", "delay", "reorder");

  @Autowired private TestApi api;
  @Autowired private TestBroker broker;
  @LocalServerPort private int port;

  @BeforeEach
  void listen() {
    Providers.notify(port);
  }

  @AfterEach
  void quiet() {
    Providers.calm();
    Providers.notify(0);
  }

  @Test
  void chargeOncePerPaidOrderAndNeverForAnother() throws Exception {
    int parked = broker.depth("payment.parking");
    Random random = new Random(SEED);
    Map<String, String> orders = new HashMap<>();
    List<Callable<String>> buyers = new ArrayList<>();
    Semaphore room = new Semaphore(AT_ONCE);
    for (int i = 0; i < PAYMENTS; i++) {
      String order = Orders.id();
      String card = CARDS.get(random.nextInt(CARDS.size()));
      if (random.nextInt(4) == 0) {
        Providers.mishap(MISHAPS.get(random.nextInt(MISHAPS.size())));
      }
      orders.put(order, card);
      buyers.add(() -> buy(order, card, room));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> bought : threads.invokeAll(buyers)) {
        assertThat(bought.get()).isIn("succeeded", "failed", "unknown", "requires_action");
      }
    }

    long asked = System.nanoTime();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> orders.keySet().forEach(order -> assertThat(status(order)).isIn(DECIDED)));
    double seconds = (System.nanoTime() - asked) / 1e9;
    Map<String, Integer> charged = captured();
    orders.forEach(
        (order, card) ->
            assertThat(charged.getOrDefault(order, 0))
                .as("charges of %s, paid with %s, seed %d", order, card, SEED)
                .isEqualTo(status(order).equals("succeeded") ? 1 : 0));
    assertThat(broker.depth("payment.parking")).isEqualTo(parked);
    long paid = orders.keySet().stream().filter(charged::containsKey).count();
    System.out.printf(
        "%d payments under faults, seed %d: %d paid with one charge each, %d declined without any,"
            + " all decided %.1f s after the last was asked for%n",
        PAYMENTS, SEED, paid, PAYMENTS - paid, seconds);
  }

  private String buy(String order, String card, Semaphore room) throws InterruptedException {
    room.acquire();
    try {
      broker.deliver(Orders.COMPANY, Orders.initiate(order));
      TestResponse answer = answered(order, card);
      if (answer.text("/status").equals("requires_action")) {
        String page = answer.text("/nextAction/url");
        Providers.post(card.equals("paypal") ? page : page + "/complete", "");
        // Half of them never come back; their notification, or the sweep, has to do.
        return order.hashCode() % 2 == 0 ? "requires_action" : pay(order, card).text("/status");
      }
      return answer.text("/status");
    } finally {
      room.release();
    }
  }

  // Who has to do something at the provider's looks until the provider was heard.
  private TestResponse answered(String order, String card) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> pay(order, card).expect(200),
            answer -> !WITH_ACTION.contains(card) || !answer.text("/status").equals("unknown"));
  }

  private TestResponse pay(String order, String card) {
    // A provider believed to be down is not called, and on a busy machine the payment may not be
    // open yet; the customer tries again.
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                card.equals("paypal")
                    ? Orders.pay(api, order, "paypal", null)
                    : Orders.payByCard(api, order, card),
            answer -> answer.status() != 503 && answer.status() != 409);
  }

  @Test
  void aSilentProviderIsFoundOutSoonAfterItIsBackHoweverLongAPaymentWouldWait() {
    List<String> orders = List.of(Orders.ready(broker), Orders.ready(broker));
    Providers.faults("stripe", "payment_intents", "rate_limited", 30);

    orders.forEach(order -> Orders.payByCard(api, order, "pm_card_visa").expect(200));

    // Seven silences use up a payment's short waits, after which it would wait for an hour; the
    // rest meets whoever is asked out of turn meanwhile.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> orders.forEach(order -> assertThat(status(order)).isEqualTo("succeeded")));
    orders.forEach(order -> assertThat(Providers.charges(order)).hasSize(1));
  }

  @Test
  void aSlowProviderHoldsUpNeitherTheConsumersNorTheReaders() throws Exception {
    List<String> paying = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      paying.add(Orders.ready(broker));
    }
    // Three times what the service waits for: it asks again long before the charges are made.
    Providers.timing(2_500);
    Providers.faults("stripe", "payment_intents", "slow", 20);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      paying.forEach(order -> threads.submit(() -> Orders.payByCard(api, order, "pm_card_visa")));
      for (int i = 0; i < 20; i++) {
        String other = Orders.id();
        broker.deliver(Orders.COMPANY, Orders.initiate(other));
        await()
            .atMost(Duration.ofSeconds(5))
            .until(
                () ->
                    !broker
                        .published(PaymentInitiated.class, e -> e.orderId().equals(other))
                        .isEmpty());
        assertThat(status(other)).isEqualTo("requested");
      }
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> paying.forEach(order -> assertThat(status(order)).isEqualTo("succeeded")));
    paying.forEach(order -> assertThat(Providers.charges(order)).hasSize(1));
  }

  private String status(String order) {
    return api.as(TestTokens.customer(Orders.CUSTOMER))
        .get("/api/payments/pay-" + order)
        .expect(200)
        .text("/status");
  }

  private static Map<String, Integer> captured() {
    Map<String, Integer> counts = new HashMap<>();
    for (JsonNode charge : Providers.get("/ledger/charges")) {
      if (charge.path("state").asString().equals("CAPTURED")) {
        counts.merge(charge.path("metadata").path("orderId").asString(), 1, Integer::sum);
      }
    }
    return counts;
  }
}
