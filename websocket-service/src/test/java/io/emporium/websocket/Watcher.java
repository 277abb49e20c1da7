package io.emporium.websocket;

import static org.awaitility.Awaitility.await;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompFrameHandler;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import org.springframework.messaging.simp.stomp.StompSessionHandlerAdapter;
import org.springframework.messaging.simp.user.SimpUserRegistry;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.messaging.WebSocketStompClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real STOMP client over a real WebSocket.
final class Watcher extends StompSessionHandlerAdapter {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();

  final List<JsonNode> received = new CopyOnWriteArrayList<>();
  final List<String> errors = new CopyOnWriteArrayList<>();
  private StompSession session;

  static Watcher connect(int port, String token) throws Exception {
    return connect(port, token, null);
  }

  static Watcher connect(int port, String token, String origin) throws Exception {
    Watcher watcher = new Watcher();
    StompHeaders connect = new StompHeaders();
    if (token != null) {
      connect.add("Authorization", "Bearer " + token);
    }
    WebSocketHttpHeaders handshake = new WebSocketHttpHeaders();
    if (origin != null) {
      handshake.setOrigin(origin);
    }
    WebSocketStompClient client = new WebSocketStompClient(new StandardWebSocketClient());
    try {
      watcher.session =
          client
              .connectAsync("ws://127.0.0.1:" + port + "/ws", handshake, connect, watcher)
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("not connected: " + watcher.errors, e);
    }
    return watcher;
  }

  /// Subscribes and waits until the service has it.
  Watcher watching(String destination, SimpUserRegistry registry) {
    subscribe(destination);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !registry
                    .findSubscriptions(found -> found.getDestination().equals(destination))
                    .isEmpty());
    return this;
  }

  void subscribe(String destination) {
    session.subscribe(destination, new Receiver());
  }

  void subscribe(String destination, String id) {
    StompHeaders headers = new StompHeaders();
    headers.setDestination(destination);
    headers.setId(id);
    session.subscribe(headers, new Receiver());
  }

  void send(String destination) {
    session.send(destination, "hello".getBytes(StandardCharsets.UTF_8));
  }

  boolean isConnected() {
    return session.isConnected();
  }

  void close() {
    session.disconnect();
  }

  @Override
  public Type getPayloadType(StompHeaders headers) {
    return byte[].class;
  }

  @Override
  public void handleFrame(StompHeaders headers, Object payload) {
    errors.add(headers.getFirst("message"));
  }

  @Override
  public void handleException(
      StompSession failed, StompCommand command, StompHeaders headers, byte[] body, Throwable e) {
    errors.add(String.valueOf(e.getMessage()));
  }

  private final class Receiver implements StompFrameHandler {

    @Override
    public Type getPayloadType(StompHeaders headers) {
      return byte[].class;
    }

    @Override
    public void handleFrame(StompHeaders headers, Object payload) {
      received.add(JSON.readTree((byte[]) payload));
    }
  }
}
