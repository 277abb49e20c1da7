package io.emporium.kit.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long a message waits before its next attempt.
final class RetrySchedule {

  static final String ATTEMPT_HEADER = "x-attempt";

  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final Duration MEDIUM = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofMinutes(5);

  static final List<Duration> DELAYS = List.of(SHORT, MEDIUM, LONG);

  private static final List<Duration> WAITS = List.of(SHORT, SHORT, SHORT, MEDIUM, MEDIUM, LONG);

  private RetrySchedule() {}

  /// @param attempts made so far, at least 1
  /// @return empty when it has been tried often enough
  static Optional<Duration> waitAfter(int attempts) {
    return attempts <= WAITS.size() ? Optional.of(WAITS.get(attempts - 1)) : Optional.empty();
  }
}
