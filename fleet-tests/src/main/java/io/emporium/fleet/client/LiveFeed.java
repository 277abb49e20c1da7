package io.emporium.fleet.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A subscriber of the live updates: STOMP 1.2 over WebSocket, as much of it as a reader needs.
public final class LiveFeed implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String END = "\u0000";

  private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> connected = new CompletableFuture<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final Map<String, CompletableFuture<String>> receipts = new ConcurrentHashMap<>();
  private final Consumer<JsonNode> listener;
  private final WebSocket socket;

  private LiveFeed(URI gateway, String token, Consumer<JsonNode> listener) {
    this.listener = listener;
    URI address = URI.create(gateway.toString().replaceFirst("^http", "ws") + "/ws");
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("v12.stomp")
            .connectTimeout(PATIENCE)
            .buildAsync(address, new Frames())
            .join();
    send("CONNECT\naccept-version:1.2\nhost:emporium\nAuthorization:Bearer " + token + "\n\n");
    var _ = connected.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// Connects and subscribes.
  public static LiveFeed of(URI gateway, String token, String... destinations) {
    return listening(gateway, token, message -> {}, destinations);
  }

  /// As [#of]; the listener gets each message as it arrives.
  public static LiveFeed listening(
      URI gateway, String token, Consumer<JsonNode> listener, String... destinations) {
    LiveFeed feed = new LiveFeed(gateway, token, listener);
    for (int i = 0; i < destinations.length; i++) {
      feed.subscribe(Integer.toString(i), destinations[i]);
    }
    return feed;
  }

  // Waits for the receipt: what happens from then on is not missed.
  private void subscribe(String id, String destination) {
    CompletableFuture<String> receipt = new CompletableFuture<>();
    receipts.put(id, receipt);
    send("SUBSCRIBE\nid:" + id + "\nreceipt:" + id + "\ndestination:" + destination + "\n\n");
    var _ = receipt.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  public Optional<JsonNode> await(Predicate<JsonNode> wanted) {
    return Waiting.find(PATIENCE, () -> messages.stream().filter(wanted).findFirst());
  }

  /// Whether the other side ends the connection within this time.
  public boolean endsWithin(Duration patience) {
    return closed
        .completeOnTimeout("", patience.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(how -> !how.isEmpty())
        .join();
  }

  public List<JsonNode> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void close() {
    socket.abort();
  }

  private void send(String frame) {
    var _ = socket.sendText(frame + END, true).join();
  }

  private void take(String frame) {
    int body = frame.indexOf("\n\n");
    if (frame.startsWith("CONNECTED")) {
      var _ = connected.complete(frame);
    } else if (frame.startsWith("RECEIPT")) {
      receipts.forEach(
          (id, receipt) -> {
            if (frame.contains("receipt-id:" + id + "\n")) {
              receipt.complete(id);
            }
          });
    } else if (frame.startsWith("ERROR")) {
      IllegalStateException refused = new IllegalStateException(frame);
      var _ = connected.completeExceptionally(refused);
      receipts.values().forEach(receipt -> receipt.completeExceptionally(refused));
    } else if (frame.startsWith("MESSAGE") && body > 0) {
      JsonNode message = JSON.readTree(frame.substring(body + 2));
      messages.add(message);
      listener.accept(message);
    }
  }

  private final class Frames implements WebSocket.Listener {

    private final StringBuilder received = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      received.append(text);
      int end;
      while ((end = received.indexOf(END)) >= 0) {
        take(received.substring(0, end).stripLeading());
        received.delete(0, end + 1);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      var _ = closed.complete("closed with " + status);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      var _ = connected.completeExceptionally(error);
      var _ = closed.complete("broken: " + error);
    }
  }
}
