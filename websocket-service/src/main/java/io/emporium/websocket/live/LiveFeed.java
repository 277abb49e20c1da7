package io.emporium.websocket.live;

import io.emporium.websocket.topic.Audience;
import io.emporium.websocket.topic.Topic;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.stereotype.Component;

/// Hands messages to the broker, each with its audience.
@Component
public final class LiveFeed {

  private final SimpMessageSendingOperations broker;

  LiveFeed(SimpMessageSendingOperations broker) {
    this.broker = broker;
  }

  void show(Topic topic, Audience audience, LiveMessage message) {
    broker.convertAndSend(topic.destination(), message, headers(audience));
  }

  void tell(String userId, LiveMessage message) {
    broker.convertAndSendToUser(
        userId, Topic.OWN_NOTIFICATIONS, message, headers(Audience.user(userId)));
  }

  // As a header of this process alone; a plain map would become headers on the wire.
  private static MessageHeaders headers(Audience audience) {
    SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.create(SimpMessageType.MESSAGE);
    headers.setHeader(Audience.HEADER, audience);
    headers.setLeaveMutable(true);
    return headers.getMessageHeaders();
  }
}
