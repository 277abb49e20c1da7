package io.emporium.fleet.bench;

import io.emporium.fleet.client.LiveFeed;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// Learns from the live feed of a shop which orders are confirmed: asking for each again and again
/// would be a load of its own.
final class Confirmations implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, CompletableFuture<String>> ends = new ConcurrentHashMap<>();
  private final LiveFeed feed;

  Confirmations(URI gateway, String managerToken, String shopId) {
    feed =
        LiveFeed.listening(gateway, managerToken, this::take, "/topic/shops/" + shopId + "/orders");
  }

  /// Waits until the order is confirmed.
  ///
  /// @throws IllegalStateException when it ended otherwise
  void await(String orderId) {
    String status = end(orderId).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    if (!status.equals("confirmed")) {
      throw new IllegalStateException("order " + orderId + " is " + status);
    }
    ends.remove(orderId);
  }

  private void take(JsonNode message) {
    String status = message.at("/data/status").asString("");
    if (!status.isEmpty() && !status.equals("awaiting_payment")) {
      var _ = end(message.at("/data/orderId").asString("")).complete(status);
    }
  }

  private CompletableFuture<String> end(String orderId) {
    return ends.computeIfAbsent(orderId, id -> new CompletableFuture<>());
  }

  @Override
  public void close() {
    feed.close();
  }
}
