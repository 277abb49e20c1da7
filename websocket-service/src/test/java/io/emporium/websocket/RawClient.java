package io.emporium.websocket;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/// A WebSocket whose client says what it likes, be it STOMP or not.
final class RawClient extends TextWebSocketHandler {

  final List<String> received = new CopyOnWriteArrayList<>();
  private volatile CloseStatus end;
  private WebSocketSession session;

  static RawClient open(int port) throws Exception {
    RawClient client = new RawClient();
    client.session =
        new StandardWebSocketClient()
            .execute(client, "ws://127.0.0.1:" + port + "/ws")
            .get(10, TimeUnit.SECONDS);
    return client;
  }

  static String frame(String... lines) {
    return String.join("\n", lines) + "\n\n\0";
  }

  /// As one message: whatever frames are in it are read one right after the other.
  void say(String text) throws IOException {
    session.sendMessage(new TextMessage(text));
  }

  boolean heard(String part) {
    return received.stream().anyMatch(frame -> frame.contains(part));
  }

  /// How the other side ended it; null while it lives.
  CloseStatus end() {
    return end;
  }

  void close() throws IOException {
    session.close();
  }

  @Override
  protected void handleTextMessage(WebSocketSession from, TextMessage message) {
    received.add(message.getPayload());
  }

  @Override
  public void afterConnectionClosed(WebSocketSession from, CloseStatus status) {
    end = status;
  }
}
