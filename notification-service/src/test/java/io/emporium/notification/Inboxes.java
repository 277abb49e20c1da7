package io.emporium.notification;

import static org.awaitility.Awaitility.await;

import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.TestTokens;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What people have been told.
record Inboxes(TestApi api) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static String addressOf(String user) {
    return user + "@example.com";
  }

  /// `order_confirmed email sent`, for each that was asked for; in order of the alphabet. What is
  /// still to be sent is waited for.
  List<String> of(String user) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> deliveries(user),
            found -> found.stream().noneMatch(one -> one.contains("pending")));
  }

  private List<String> deliveries(String user) {
    List<String> found = new ArrayList<>();
    JsonNode items =
        api.as(TestTokens.superAdmin())
            .get("/api/notifications/deliveries?userId=" + user)
            .expect(200)
            .json()
            .path("items");
    for (JsonNode item : items) {
      found.add(
          String.join(
              " ",
              item.path("template").asString(),
              item.path("channel").asString(),
              item.path("status").asString(),
              item.path("reason").asString("")));
    }
    found.sort(null);
    return found.stream().map(String::strip).toList();
  }

  /// The ids of the mails that came; one that was sent again after a crash has the same.
  List<String> mails(String user) {
    return Outside.mailsTo(addressOf(user)).stream().map(Inboxes::messageId).toList();
  }

  private static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
