package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.client.Waiting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What left the platform, read from local-stack where there is one. Against a platform with real
/// providers nobody can look there, and the story says so.
public final class Outbox {

  private static final Duration SOON = Duration.ofSeconds(15);

  private final @Nullable Api sandbox;

  public Outbox(@Nullable Api sandbox) {
    this.sandbox = sandbox;
  }

  /// Whether one can look at what left the platform.
  boolean isReadable() {
    return sandbox != null;
  }

  /// Waits for a mail to the address that contains the text.
  String mail(String to, String containing) {
    if (sandbox == null) {
      return "not looked at: no local-stack here";
    }
    await(sandbox, to, Pattern.compile(Pattern.quote(containing)));
    return "to " + to;
  }

  /// Waits for a mail to the address, and takes out of it what the first group of the pattern says.
  String fromLetter(String to, Pattern wanted) {
    if (sandbox == null) {
      throw new IllegalStateException("no local-stack here");
    }
    Matcher found = wanted.matcher(await(sandbox, to, wanted).body());
    return found.find() ? found.group(1) : "";
  }

  private static Answer await(Api mails, String to, Pattern containing) {
    return Waiting.until(
        SOON,
        "a mail to " + to + " about " + containing,
        () -> mails.get("/mail?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)),
        answer -> containing.matcher(answer.body()).find());
  }
}
