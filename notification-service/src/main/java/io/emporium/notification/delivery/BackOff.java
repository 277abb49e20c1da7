package io.emporium.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long to wait between attempts.
public record BackOff(List<Duration> waits) {

  /// @param attempts made so far
  /// @return empty when it has been tried often enough
  Optional<Duration> after(int attempts) {
    return attempts <= waits.size() ? Optional.of(waits.get(attempts - 1)) : Optional.empty();
  }
}
