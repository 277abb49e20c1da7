package io.emporium.websocket.stomp;

import io.emporium.websocket.session.OpenSessions;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;

/// Keeps [OpenSessions] informed.
final class TrackedHandler extends WebSocketHandlerDecorator {

  private final OpenSessions sessions;

  TrackedHandler(WebSocketHandler delegate, OpenSessions sessions) {
    super(delegate);
    this.sessions = sessions;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws Exception {
    sessions.opened(session);
    super.afterConnectionEstablished(session);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
    sessions.closed(session);
    super.afterConnectionClosed(session, status);
  }
}
