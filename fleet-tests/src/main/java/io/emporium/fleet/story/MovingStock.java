package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Laptops move from one warehouse to the other, and arrive in two parts.
final class MovingStock {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final String TRANSFERS = "/api/inventory/v1/transfers";

  private final Cast cast;
  private final StoryTeller teller;
  private String transfer = "";

  MovingStock(Cast cast, StoryTeller teller) {
    this.cast = cast;
    this.teller = teller;
  }

  void play() {
    teller.chapter("Stock moves");
    teller.step("The manager wants two silver laptops moved to Reserve", this::plan);
    teller.step(
        "The administrator agrees", () -> status(cast.admin.post(transfer + "/approve", null)));
    teller.step("They leave Main", this::ship);
    teller.step("One arrives, the other is still on its way", () -> receive("partly_received", 1));
    teller.step("The other one arrives", () -> receive("received", 0));
  }

  private String plan() {
    Answer draft =
        cast.manager
            .post(
                TRANSFERS,
                Map.of(
                    "fromWarehouseId",
                    cast.mainWarehouse,
                    "toWarehouseId",
                    cast.reserveWarehouse,
                    "lines",
                    silver(2)))
            .expect(201);
    transfer = TRANSFERS + "/" + draft.text("/id");
    return draft.text("/number") + " is " + status(cast.manager.post(transfer + "/submit", null));
  }

  private String ship() {
    cast.manager.post(transfer + "/ship", null).expect(200);
    return stockWith(2);
  }

  private String receive(String expected, long onTheWay) {
    Answer booked =
        cast.cashier.post(transfer + "/receive", Map.of("lines", silver(1))).expect(200);
    if (!booked.text("/status").equals(expected)) {
      throw new IllegalStateException("the transfer is " + booked.body());
    }
    return stockWith(onTheWay);
  }

  /// Waits until so many are on their way, and says what lies where.
  private String stockWith(long incoming) {
    Answer stock =
        Waiting.until(
            SOON,
            incoming + " on their way",
            () -> cast.manager.get("/api/inventory/v1/products?sku=" + cast.laptopSku()),
            answer -> sumOfIncoming(answer) == incoming);
    String places =
        items(stock)
            .map(item -> item.path("warehouseName").asString() + " " + item.path("onHand").asLong())
            .sorted()
            .collect(Collectors.joining(", "));
    return places + (incoming == 0 ? "" : ", " + incoming + " on the way");
  }

  private static long sumOfIncoming(Answer stock) {
    return items(stock).mapToLong(item -> item.path("incoming").asLong()).sum();
  }

  private static Stream<JsonNode> items(Answer stock) {
    return StreamSupport.stream(stock.json().path("items").spliterator(), false);
  }

  private static String status(Answer answer) {
    return answer.expect(200).text("/status");
  }

  private List<Map<String, Object>> silver(int quantity) {
    return List.of(Map.of("sku", cast.laptopSku(), "quantity", quantity));
  }
}
