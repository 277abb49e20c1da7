package io.emporium.websocket.stomp;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.support.AbstractSubscribableChannel;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.DelegatingWebSocketMessageBrokerConfiguration;
import org.springframework.web.socket.messaging.SubProtocolWebSocketHandler;

/// What `@EnableWebSocketMessageBroker` would bring, with [LastWordSession]s.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class StompMessaging extends DelegatingWebSocketMessageBrokerConfiguration {

  @Bean
  @Override
  public WebSocketHandler subProtocolWebSocketHandler(
      AbstractSubscribableChannel clientInboundChannel,
      AbstractSubscribableChannel clientOutboundChannel) {
    SubProtocolWebSocketHandler handler =
        new SubProtocolWebSocketHandler(clientInboundChannel, clientOutboundChannel) {
          @Override
          protected WebSocketSession decorateSession(WebSocketSession connection) {
            return new LastWordSession(connection, getSendTimeLimit(), getSendBufferSizeLimit());
          }
        };
    handler.setPhase(getPhase());
    return handler;
  }
}
