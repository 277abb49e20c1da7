package io.emporium.websocket.stomp;

import io.emporium.websocket.session.OpenSessions;
import io.emporium.websocket.session.SessionProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/// STOMP over plain WebSocket at `/ws`, with the broker in this process.
@Configuration(proxyBeanMethods = false)
class StompConfiguration implements WebSocketMessageBrokerConfigurer {

  private static final long HEARTBEAT_MILLIS = 10_000;
  private static final int SEND_TIME_LIMIT_MILLIS = 10_000;
  private static final int SEND_BUFFER_BYTES = 256 * 1024;

  private final SessionProperties settings;
  private final OpenSessions sessions;
  private final InboundGuard inbound;
  private final OutboundGuard outbound;
  private final TaskScheduler heartbeats;
  private final MessageChannel clients;

  StompConfiguration(
      SessionProperties settings,
      OpenSessions sessions,
      InboundGuard inbound,
      OutboundGuard outbound,
      @Lazy TaskScheduler messageBrokerTaskScheduler,
      @Lazy @Qualifier("clientOutboundChannel") MessageChannel clients) {
    this.settings = settings;
    this.sessions = sessions;
    this.inbound = inbound;
    this.outbound = outbound;
    this.heartbeats = messageBrokerTaskScheduler;
    this.clients = clients;
  }

  @Override
  public void registerStompEndpoints(StompEndpointRegistry registry) {
    String[] origins = settings.allowedOrigins().toArray(String[]::new);
    registry.addEndpoint("/ws").setAllowedOriginPatterns(origins);
    registry.setErrorHandler(new RefusalFrames());
  }

  @Override
  public void configureMessageBroker(MessageBrokerRegistry registry) {
    registry
        .enableSimpleBroker("/topic", "/queue")
        .setHeartbeatValue(new long[] {HEARTBEAT_MILLIS, HEARTBEAT_MILLIS})
        .setTaskScheduler(heartbeats);
    // A status must not overtake the one before it.
    registry.setPreservePublishOrder(true);
  }

  @Override
  public void configureWebSocketTransport(WebSocketTransportRegistration registration) {
    registration
        .setMessageSizeLimit(frameLimit())
        .setSendTimeLimit(SEND_TIME_LIMIT_MILLIS)
        .setSendBufferSizeLimit(SEND_BUFFER_BYTES)
        .addDecoratorFactory(handler -> new TrackedHandler(handler, sessions));
  }

  @Override
  public void configureClientInboundChannel(ChannelRegistration registration) {
    // In the thread that reads them, and so in their order: where an UNSUBSCRIBE overtook its
    // SUBSCRIBE, the broker would keep what is counted no more.
    registration
        .executor(new SyncTaskExecutor())
        .interceptors(inbound, new SubscriptionReceipts(clients));
  }

  @Override
  public void configureClientOutboundChannel(ChannelRegistration registration) {
    registration.interceptors(outbound);
  }

  @Bean
  ServletServerContainerFactoryBean webSocketContainer() {
    ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
    container.setMaxTextMessageBufferSize(frameLimit());
    container.setMaxBinaryMessageBufferSize(frameLimit());
    return container;
  }

  private int frameLimit() {
    return Math.toIntExact(settings.maxFrame().toBytes());
  }
}
