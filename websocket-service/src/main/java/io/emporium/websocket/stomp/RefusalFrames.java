package io.emporium.websocket.stomp;

import io.emporium.kit.problem.Refusal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.web.socket.messaging.StompSubProtocolErrorHandler;

/// An ERROR frame for what was refused: `message` is the code, the body a sentence. Nothing
/// internal is told. STOMP closes the connection after it.
final class RefusalFrames extends StompSubProtocolErrorHandler {

  @Override
  public Message<byte[]> handleClientMessageProcessingError(
      @Nullable Message<byte[]> clientMessage, Throwable failure) {
    Refusal refusal = refusalIn(failure);
    StompHeaderAccessor frame = StompHeaderAccessor.create(StompCommand.ERROR);
    frame.setMessage(refusal == null ? "error" : refusal.code());
    frame.setLeaveMutable(true);
    String receipt = clientMessage == null ? null : receiptOf(clientMessage);
    if (receipt != null) {
      frame.setReceiptId(receipt);
    }
    String detail = refusal == null ? "This frame cannot be handled" : refusal.detail();
    return MessageBuilder.createMessage(
        detail.getBytes(StandardCharsets.UTF_8), frame.getMessageHeaders());
  }

  private static @Nullable String receiptOf(Message<byte[]> message) {
    StompHeaderAccessor frame =
        MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
    return frame == null ? null : frame.getReceipt();
  }

  private static @Nullable Refusal refusalIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    return null;
  }
}
