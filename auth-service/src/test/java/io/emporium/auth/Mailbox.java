package io.emporium.auth;

import io.emporium.events.notification.SendNotification;
import io.emporium.kit.testing.TestBroker;
import java.util.List;

/// The letters that people of the tests get.
record Mailbox(TestBroker broker) {

  /// The token in the first letter of the kind.
  String token(String email, String template) {
    var letter = broker.awaitPublished(SendNotification.class, sent -> isTo(sent, email, template));
    return tokenIn(letter.data());
  }

  /// The tokens in all letters of the kind so far.
  List<String> tokens(String email, String template) {
    return broker.published(SendNotification.class, sent -> isTo(sent, email, template)).stream()
        .map(letter -> tokenIn(letter.data()))
        .toList();
  }

  private static boolean isTo(SendNotification sent, String email, String template) {
    return email.equals(sent.email()) && sent.template().equals(template);
  }

  private static String tokenIn(SendNotification letter) {
    String link = letter.variables().get("link");
    return link.substring(link.indexOf("#token=") + "#token=".length());
  }
}
