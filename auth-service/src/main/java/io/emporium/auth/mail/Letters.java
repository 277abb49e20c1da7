package io.emporium.auth.mail;

import io.emporium.events.notification.SendNotification;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Writes letters. The token stands behind `#` in the link: a browser sends that part to no server,
/// so it is in no access log and in no `Referer`.
@Component
public class Letters {

  /// @param subjectId of the document that will remember the token
  /// @param userId of the account that there is or will be
  public record To(String subjectId, String userId, String email) {}

  private final LinkProperties properties;
  private final Clock clock;

  Letters(LinkProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  public Letter verification(String userId, String email) {
    return letter(
        Purpose.VERIFY_EMAIL, new To(userId, userId, email), properties.verification(), Map.of());
  }

  public Letter passwordReset(String userId, String email) {
    return letter(
        Purpose.RESET_PASSWORD, new To(userId, userId, email), properties.reset(), Map.of());
  }

  /// @param role in words
  public Letter invitation(To invited, String role, String invitedBy) {
    return letter(
        Purpose.INVITATION,
        invited,
        properties.invitation(),
        Map.of("role", role, "invitedBy", invitedBy));
  }

  private Letter letter(Purpose purpose, To to, Duration lifetime, Map<String, String> more) {
    OneUseToken token = OneUseToken.fresh(purpose, to.subjectId());
    Map<String, String> variables = new HashMap<>(more);
    variables.put("link", link(token));
    variables.put("validFor", inWords(lifetime));
    return new Letter(
        token,
        clock.instant().plus(lifetime),
        new SendNotification(
            to.userId(),
            to.email(),
            null,
            List.of("email"),
            purpose.template(),
            "important",
            variables));
  }

  private String link(OneUseToken token) {
    String base = properties.baseUrl().toString().replaceAll("/+$", "");
    return base + "/" + token.purpose().page() + "#token=" + token.text();
  }

  private static String inWords(Duration lifetime) {
    if (lifetime.toDays() > 1) {
      return lifetime.toDays() + " days";
    }
    return lifetime.toHours() > 1
        ? lifetime.toHours() + " hours"
        : lifetime.toMinutes() + " minutes";
  }
}
