package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.bench.BenchShop;
import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.client.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Everybody wants the same few. `-Dfleet.buyers=500 -Dfleet.units=100` makes a larger crowd.
class LastUnitsFleetIT {

  private static final int BUYERS = Integer.getInteger("fleet.buyers", 200);
  private static final int UNITS = Integer.getInteger("fleet.units", 50);
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @Test
  void sellsEachUnitOnceAndRefusesTheRestCleanly() throws Exception {
    TestFleet fleet = new TestFleet();
    BenchShop shop = fleet.openShop("last" + System.nanoTime() % 100_000_000);
    String product = shop.publish(1, 1).getFirst();
    shop.stock(0, UNITS);
    shop.awaitSearchable(1);
    List<Api> buyers = shop.customers(BUYERS, 8);

    List<String> ends = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> running =
          buyers.stream().map(buyer -> threads.submit(() -> buy(buyer, product))).toList();
      for (Future<String> one : running) {
        ends.add(one.get());
      }
    }

    assertThat(ends).filteredOn("confirmed"::equals).hasSize(UNITS);
    assertThat(ends).filteredOn("rejected"::equals).hasSize(BUYERS - UNITS);
    Answer stock =
        Waiting.until(
            PATIENCE,
            "the deductions",
            () -> shop.stockOf(0),
            answer -> answer.json().at("/items/0/reserved").asLong() == 0);
    assertThat(stock.number("/items/0/onHand")).isZero();
  }

  private static String buy(Api buyer, String product) {
    Answer order =
        buyer
            .post(
                "/api/orders",
                Map.of("items", List.of(Map.of("productId", product, "quantity", 1))))
            .expect(201);
    String id = order.text("/id");
    Answer decided = await(buyer, id, List.of("awaiting_payment", "rejected"));
    if (decided.text("/status").equals("rejected")) {
      return "rejected";
    }
    // "Not ready yet" comes with Retry-After: under such a rush a client may have to ask again.
    var _ =
        Waiting.until(
            PATIENCE,
            "the payment",
            () ->
                buyer.post(
                    "/api/payments/process",
                    Map.of("orderId", id, "provider", "stripe", "paymentMethod", "pm_card_visa")),
            answer -> true);
    return await(buyer, id, List.of("confirmed")).text("/status");
  }

  private static Answer await(Api buyer, String orderId, List<String> statuses) {
    return Waiting.until(
        PATIENCE,
        "one of " + statuses,
        () -> buyer.get("/api/orders/" + orderId),
        answer -> statuses.contains(answer.json().at("/status").asString("")));
  }
}
