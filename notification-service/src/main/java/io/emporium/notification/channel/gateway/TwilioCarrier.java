package io.emporium.notification.channel.gateway;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.emporium.notification.channel.Carrier;
import io.emporium.notification.channel.Channel;
import io.emporium.notification.channel.OutgoingMessage;
import io.emporium.notification.channel.SendResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// SMS by Twilio. Its API knows no idempotency key: after a lost answer the SMS may come twice.
@Component
final class TwilioCarrier implements Carrier {

  private static final int TOO_MANY = 429;
  private static final int UNAUTHORIZED = 401;

  private final TwilioProperties settings;
  private @Nullable TwilioRestClient client;

  TwilioCarrier(TwilioProperties settings) {
    this.settings = settings;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public boolean configured() {
    return !settings.accountSid().isBlank() && !settings.fromNumber().isBlank();
  }

  @Override
  public SendResult send(OutgoingMessage message) {
    try {
      Message sent =
          Message.creator(
                  new PhoneNumber(message.to()),
                  new PhoneNumber(settings.fromNumber()),
                  message.text())
              .create(client());
      return new SendResult.Sent(String.valueOf(sent.getSid()));
    } catch (ApiException e) {
      return answer(e);
    } catch (TwilioException e) {
      return new SendResult.NoAnswer("twilio:" + e.getClass().getSimpleName());
    }
  }

  // A wrong secret is the operator's to mend; the message may wait for that.
  private static SendResult answer(ApiException e) {
    Integer status = e.getStatusCode();
    boolean refused =
        status != null
            && status >= 400
            && status < 500
            && status != TOO_MANY
            && status != UNAUTHORIZED;
    String reason = "twilio:" + (e.getCode() == null ? status : e.getCode());
    return refused ? new SendResult.Rejected(reason) : new SendResult.NoAnswer(reason);
  }

  // The SDK is large; who sends no SMS does not load it.
  private synchronized TwilioRestClient client() {
    if (client == null) {
      client =
          new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
              .httpClient(new RebasedHttpClient(settings))
              .build();
    }
    return client;
  }
}
