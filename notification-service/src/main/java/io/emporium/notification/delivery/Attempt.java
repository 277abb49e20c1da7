package io.emporium.notification.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One try at a provider. Without an end, the process died in it or is in it now.
///
/// @param detail the provider's reference or reason
public record Attempt(
    int number,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String result,
    @Nullable String detail) {

  /// The attempts so far and a new one.
  static List<Attempt> startedAfter(List<Attempt> attempts, Instant now) {
    List<Attempt> longer = new ArrayList<>(attempts);
    longer.add(new Attempt(attempts.size() + 1, now, null, null, null));
    return longer;
  }

  /// The attempts with the last of them ended.
  static List<Attempt> lastEnded(
      List<Attempt> attempts, Instant now, String result, String detail) {
    List<Attempt> ended = new ArrayList<>(attempts);
    Attempt last = ended.removeLast();
    ended.add(new Attempt(last.number, last.startedAt, now, result, detail));
    return ended;
  }
}
