package io.emporium.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The message channels, each by its own client.
class MessagingTest {

  private static RunningStack stack;

  @BeforeAll
  static void start() {
    stack = new RunningStack("http://127.0.0.1:1", null);
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void mailIsReadOverHttpAndScriptedRejectsAreSeenBySenders() throws Exception {
    sendMail("ann@example.com", "Your order");
    stack.script(
        "/control/faults",
        "target",
        "smtp",
        "recipient",
        "bob@example.com",
        "fault",
        "bad_request");

    assertThatThrownBy(() -> sendMail("bob@example.com", "Refused"))
        .hasMessageContaining("Invalid Addresses");
    sendMail("bob@example.com", "Taken");
    assertThat(stack.get("/mail?to=ann@example.com"))
        .contains("\"subject\":\"Your order\"")
        .contains("\"text\":\"Bonjour é\"");
    assertThat(stack.get("/mail?to=bob@example.com")).contains("Taken").doesNotContain("Refused");
    assertThat(stack.get("/")).contains("Your order");
  }

  private static void sendMail(String to, String subject) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(stack.stack().smtpPort()));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("no-reply@emporium.local"));
    message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject);
    message.setText("Bonjour é", "UTF-8");
    Transport.send(message);
  }

  @Test
  void textMessagesArriveAndFailAsScripted() {
    TwilioRestClient client =
        new TwilioRestClient.Builder("AClocal", "local").httpClient(new Redirecting()).build();

    Message sent = message("+33612345678").create(client);
    assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
    assertThat(stack.get("/sms?to=%2B33612345678")).contains("Hello");
    stack.script(
        "/control/faults", "target", "twilio", "recipient", "+33699999999", "fault", "bad_request");
    assertThatThrownBy(() -> message("+33699999999").create(client))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.getStatusCode()).isEqualTo(400));
    assertThatThrownBy(() -> message("nobody").create(client)).isInstanceOf(ApiException.class);
  }

  private static MessageCreator message(String to) {
    return Message.creator(new PhoneNumber(to), new PhoneNumber("+15005550006"), "Hello");
  }

  /// As the notification-service does it: another address, the same client.
  private static final class Redirecting extends HttpClient {
    private final NetworkHttpClient network = new NetworkHttpClient();

    @Override
    public Response makeRequest(Request request) {
      String url = request.getUrl().replace("https://api.twilio.com", stack.url("/twilio"));
      Request redirected = new Request(request.getMethod(), url);
      redirected.setAuth("AClocal", "local");
      request
          .getPostParams()
          .forEach((name, values) -> values.forEach(v -> redirected.addPostParam(name, v)));
      return network.makeRequest(redirected);
    }
  }

  @Test
  void pushesAreTakenWithGooglesOwnCredentials() throws Exception {
    String account = stack.get("/fcm/service-account.json");
    GoogleCredentials credentials =
        ServiceAccountCredentials.fromStream(
                new ByteArrayInputStream(account.getBytes(StandardCharsets.UTF_8)))
            .createScoped("https://www.googleapis.com/auth/firebase.messaging");
    String token = credentials.refreshAccessToken().getTokenValue();
    String body =
        """
        {"message":{"token":"device-1","notification":{"title":"Paid","body":"Order 1"}}}""";
    String path = "/fcm/v1/projects/emporium-local/messages:send";

    assertThat(stack.post(path, body, "Authorization", "Bearer " + token).body())
        .contains("projects/emporium-local/messages/");
    assertThat(stack.get("/push?to=device-1")).contains("Paid");
    stack.script("/control/faults", "target", "fcm", "recipient", "device-1", "fault", "declined");
    assertThat(stack.post(path, body, "Authorization", "Bearer " + token).body())
        .contains("UNREGISTERED");
    assertThat(stack.get("/health")).contains("UP");
  }
}
