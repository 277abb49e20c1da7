package io.emporium.fleet.report;

import java.time.Duration;
import java.util.Locale;

/// Durations for people.
public final class Durations {
  private Durations() {}

  public static String since(long startNanos) {
    return show(Duration.ofNanos(System.nanoTime() - startNanos));
  }

  /// `850 ms`, `6.4 s`, `3 min 05 s`, `2 h 10 min`, `3 d 4 h`.
  public static String show(Duration duration) {
    if (duration.toMillis() < 1000) {
      return duration.toMillis() + " ms";
    }
    if (duration.toMinutes() < 1) {
      return "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100);
    }
    if (duration.toHours() < 1) {
      return String.format(
          Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
    }
    return duration.toDays() < 1
        ? "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart())
        : "%d d %d h".formatted(duration.toDays(), duration.toHoursPart());
  }
}
