package io.emporium.fleet.chaos;

import io.emporium.fleet.client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Waits until no order of the shop is under way, and looks how they ended.
final class Aftermath {

  private static final int PAGE = 100;
  private static final int TIMELINES = 10;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final PersistentClient operator;
  private final String shopId;

  Aftermath(PersistentClient operator, String shopId) {
    this.operator = operator;
    this.shopId = shopId;
  }

  /// @return how long it took; empty handed when patience was over
  Map<String, OrderEnd> awaitTerminal(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (isUnderWay() && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE);
    }
    Map<String, OrderEnd> ends = all();
    // What is being refunded reads as cancelled already.
    while (ends.values().stream().anyMatch(end -> !end.terminal())
        && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE);
      ends = all();
    }
    return ends;
  }

  private boolean isUnderWay() {
    return count("placed") + count("awaiting_payment") > 0;
  }

  private long count(String status) {
    return operator
        .get("/api/orders?size=1&shop=" + shopId + "&status=" + status)
        .expect(200)
        .number("/totalItems");
  }

  private Map<String, OrderEnd> all() {
    Map<String, OrderEnd> ends = new TreeMap<>();
    for (int page = 0; ; page++) {
      String path =
          "/api/orders?sort=placedAt,asc&size=" + PAGE + "&page=" + page + "&shop=" + shopId;
      JsonNode items = operator.get(path).expect(200).json().path("items");
      for (JsonNode item : items) {
        OrderEnd end =
            new OrderEnd(
                item.path("id").asString(),
                item.path("status").asString(),
                item.path("reason").asString("-"),
                item.at("/payment/status").asString(""));
        ends.put(end.id(), end);
      }
      if (items.size() < PAGE) {
        return ends;
      }
    }
  }

  /// What is wrong with how the orders ended.
  List<String> complaints(Map<String, PlacedOrder> accepted, Map<String, OrderEnd> ends) {
    List<String> found = new ArrayList<>(Verdict.of(accepted, ends));
    for (int i = 0; i < Math.min(TIMELINES, found.size()); i++) {
      String orderId = found.get(i).split(" ", 2)[0];
      if (ends.containsKey(orderId)) {
        found.set(i, found.get(i) + "\n      " + timeline(orderId));
      }
    }
    return found;
  }

  private String timeline(String orderId) {
    Answer answer = operator.get("/api/orders/" + orderId + "/timeline");
    if (answer.status() != 200) {
      return "no timeline: " + answer.status();
    }
    List<String> entries = new ArrayList<>();
    for (JsonNode entry : answer.json()) {
      entries.add(entry.path("at").asString("") + " " + entry.path("event").asString(""));
    }
    return String.join(" > ", entries);
  }
}
