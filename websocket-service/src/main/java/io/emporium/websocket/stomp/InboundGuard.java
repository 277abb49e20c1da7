package io.emporium.websocket.stomp;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.CallerAuthentication;
import io.emporium.kit.security.CallerConverter;
import io.emporium.websocket.session.OpenSessions;
import io.emporium.websocket.topic.TopicAccess;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/// What a client may send: CONNECT with a token, SUBSCRIBE to what is its business, and goodbye.
@Component
final class InboundGuard implements ChannelInterceptor {

  private static final String BEARER = "Bearer ";

  private final JwtDecoder tokens;
  private final CallerConverter callers;
  private final OpenSessions sessions;
  private final TopicAccess access;

  InboundGuard(
      JwtDecoder tokens, CallerConverter callers, OpenSessions sessions, TopicAccess access) {
    this.tokens = tokens;
    this.callers = callers;
    this.sessions = sessions;
    this.access = access;
  }

  @Override
  public Message<?> preSend(Message<?> message, MessageChannel channel) {
    StompHeaderAccessor frame =
        MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
    if (frame == null || frame.getCommand() == null) {
      return message; // a heartbeat
    }
    StompCommand command = frame.getCommand();
    switch (command) {
      case CONNECT, STOMP -> connect(frame);
      case SUBSCRIBE -> subscribe(frame);
      case UNSUBSCRIBE ->
          sessions.unsubscribed(
              Objects.requireNonNull(frame.getSessionId()), frame.getSubscriptionId());
      case DISCONNECT -> {
        // Whoever leaves may leave.
      }
      default -> throw Refusal.forbidden("listen_only", "Nothing can be sent here; use the API");
    }
    return message;
  }

  private void connect(StompHeaderAccessor frame) {
    CallerAuthentication caller =
        authenticate(frame.getFirstNativeHeader(HttpHeaders.AUTHORIZATION));
    sessions.authenticated(Objects.requireNonNull(frame.getSessionId()), caller);
    frame.setUser(caller);
  }

  private CallerAuthentication authenticate(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(BEARER)) {
      throw unauthenticated();
    }
    try {
      return callers.convert(tokens.decode(authorization.substring(BEARER.length())));
    } catch (JwtException | AuthenticationException e) {
      throw unauthenticated();
    }
  }

  private void subscribe(StompHeaderAccessor frame) {
    if (!(frame.getUser() instanceof CallerAuthentication caller)
        || sessions.callerOf(frame.getSessionId()).isEmpty()) {
      throw unauthenticated();
    }
    access.require(caller, Objects.requireNonNullElse(frame.getDestination(), ""));
    // Last: the connection may have ended while somebody was asked whose this is, and the broker
    // would never hear of the end of what it enters then.
    sessions.subscribed(Objects.requireNonNull(frame.getSessionId()), frame.getSubscriptionId());
  }

  // The reason stays vague: a forger learns nothing from it.
  private static Refusal unauthenticated() {
    return new Refusal(
        Category.UNAUTHENTICATED,
        "unauthenticated",
        "CONNECT needs a valid access token as 'Authorization: Bearer …'");
  }
}
