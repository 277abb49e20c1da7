package io.emporium.notification.channel.gateway;

import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.MessagingErrorCode;
import com.google.firebase.messaging.Notification;
import io.emporium.notification.channel.Carrier;
import io.emporium.notification.channel.Channel;
import io.emporium.notification.channel.OutgoingMessage;
import io.emporium.notification.channel.SendResult;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Push by Firebase Cloud Messaging.
@Component
final class FcmCarrier implements Carrier {

  private final FirebaseProperties settings;
  private @Nullable FirebaseMessaging messaging;

  FcmCarrier(FirebaseProperties settings) {
    this.settings = settings;
  }

  @Override
  public Channel channel() {
    return Channel.PUSH;
  }

  @Override
  public boolean configured() {
    return !settings.credentials().isBlank() && !settings.projectId().isBlank();
  }

  @Override
  public SendResult send(OutgoingMessage message) {
    Message push =
        Message.builder()
            .setToken(message.to())
            .setNotification(
                Notification.builder().setTitle(message.title()).setBody(message.text()).build())
            .putData("notificationId", message.id())
            .build();
    try {
      return new SendResult.Sent(messaging().send(push));
    } catch (FirebaseMessagingException e) {
      return answer(e.getMessagingErrorCode());
    } catch (IOException e) {
      return new SendResult.NoAnswer("fcm:credentials");
    }
  }

  private static SendResult answer(@Nullable MessagingErrorCode code) {
    return switch (code) {
      case UNREGISTERED, INVALID_ARGUMENT, SENDER_ID_MISMATCH ->
          new SendResult.Rejected("fcm:" + code);
      case null -> new SendResult.NoAnswer("fcm:unreachable");
      default -> new SendResult.NoAnswer("fcm:" + code);
    };
  }

  // The SDK is large; who sends no push does not load it.
  private synchronized FirebaseMessaging messaging() throws IOException {
    if (messaging == null) {
      messaging = FirebaseConnection.open(settings);
    }
    return messaging;
  }
}
