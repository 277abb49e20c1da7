package io.emporium.websocket.stomp;

import io.emporium.websocket.session.OpenSessions;
import io.emporium.websocket.topic.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.stereotype.Component;

/// Looks at every message once more before it leaves: to somebody whose token has become void, or
/// whose business it is not, it does not go.
@Component
final class OutboundGuard implements ChannelInterceptor {

  private final OpenSessions sessions;

  OutboundGuard(OpenSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
    if (SimpMessageHeaderAccessor.getMessageType(message.getHeaders()) != SimpMessageType.MESSAGE) {
      return message;
    }
    String sessionId = SimpMessageHeaderAccessor.getSessionId(message.getHeaders());
    boolean permitted =
        message.getHeaders().get(Audience.HEADER) instanceof Audience audience
            && sessions.callerOf(sessionId).filter(audience::permits).isPresent();
    return permitted ? message : null;
  }
}
