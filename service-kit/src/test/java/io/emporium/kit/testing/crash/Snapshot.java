package io.emporium.kit.testing.crash;

import io.emporium.events.Command;
import io.emporium.events.Envelope;
import io.emporium.events.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What came of a message, without what differs from one world to the next.
///
/// @param state as the service tells it
/// @param published kinds of messages with how often each was published; a command may be sent
///   again, and whoever asks again is answered again, so these count once
record Snapshot(String state, Map<String, Integer> published) {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{32}\\b");
  private static final Pattern SECRET = Pattern.compile("<id>\\.[A-Za-z0-9_-]{20,}");
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
  private static final Pattern NUMBER = Pattern.compile("\\b[A-Z]{2,4}-[0-9]+\\b");
  private static final Pattern REFERENCE =
      Pattern.compile("\\b[a-z]{2,5}_(?=[A-Za-z]*[0-9])[A-Za-z0-9]{6,}");
  private static final Pattern VERSION = Pattern.compile("\"version\":\\d+");

  /// @param answers facts that answer commands
  static Snapshot of(
      String state,
      List<Envelope<? extends Message>> published,
      Set<Class<? extends Message>> answers) {
    Map<String, Integer> counted = new TreeMap<>();
    for (Envelope<? extends Message> envelope : published) {
      String shown = canonical(envelope.type() + " " + envelope.data());
      boolean repeatable =
          envelope.data() instanceof Command || answers.contains(envelope.data().getClass());
      counted.merge(shown, 1, repeatable ? (one, two) -> 1 : Integer::sum);
    }
    return new Snapshot(canonical(state), counted);
  }

  private static String canonical(String text) {
    String without = ID.matcher(text).replaceAll("<id>");
    without = HASH.matcher(without).replaceAll("<hash>");
    without = SECRET.matcher(without).replaceAll("<id>.<secret>");
    without = INSTANT.matcher(without).replaceAll("<instant>");
    without = NUMBER.matcher(without).replaceAll("<number>");
    without = REFERENCE.matcher(without).replaceAll("<reference>");
    return VERSION.matcher(without).replaceAll("\"version\":0");
  }
}
