package io.emporium.fleet.story;

import io.emporium.fleet.client.Api;
import io.emporium.fleet.client.Waiting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What left the platform, read from local-stack where there is one. Against a platform with real
/// providers nobody can look there, and the story says so.
public final class Outbox {

  private static final Duration SOON = Duration.ofSeconds(15);

  private final @Nullable Api sandbox;

  public Outbox(@Nullable Api sandbox) {
    this.sandbox = sandbox;
  }

  /// Waits for a mail to the address that contains the text.
  String mail(String to, String containing) {
    if (sandbox == null) {
      return "not looked at: no local-stack here";
    }
    Api mails = sandbox;
    String path = "/mail?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    Waiting.until(
        SOON,
        "a mail to " + to + " about " + containing,
        () -> mails.get(path),
        answer -> answer.body().contains(containing));
    return "to " + to;
  }
}
