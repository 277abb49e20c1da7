package io.emporium.websocket.stomp;

import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.simp.broker.SimpleBrokerMessageHandler;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ExecutorChannelInterceptor;
import org.springframework.messaging.support.MessageBuilder;

/// Answers a SUBSCRIBE that asks for a receipt once the broker has entered it, which Spring's
/// simple broker does not do by itself. Without it a client cannot know from when on it misses
/// nothing.
final class SubscriptionReceipts implements ExecutorChannelInterceptor {

  private final MessageChannel clients;

  SubscriptionReceipts(MessageChannel clients) {
    this.clients = clients;
  }

  @Override
  public void afterMessageHandled(
      Message<?> message, MessageChannel channel, MessageHandler handler, @Nullable Exception e) {
    StompHeaderAccessor asked = StompHeaderAccessor.wrap(message);
    if (e != null
        || asked.getReceipt() == null
        || asked.getCommand() != StompCommand.SUBSCRIBE
        || !(handler instanceof SimpleBrokerMessageHandler)) {
      return;
    }
    StompHeaderAccessor receipt = StompHeaderAccessor.create(StompCommand.RECEIPT);
    receipt.setReceiptId(asked.getReceipt());
    receipt.setSessionId(asked.getSessionId());
    var _ = clients.send(MessageBuilder.createMessage(new byte[0], receipt.getMessageHeaders()));
  }
}
