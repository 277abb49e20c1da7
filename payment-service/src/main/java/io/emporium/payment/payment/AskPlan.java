package io.emporium.payment.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a provider that gave no answer is asked again.
///
/// @param firstCall after which a call that was written down and never answered counts as lost
/// @param waits before the first, second, … time of asking again
public record AskPlan(Instant now, Duration firstCall, List<Duration> waits) {

  /// For what is certain at once.
  static AskPlan never(Instant now) {
    return new AskPlan(now, Duration.ZERO, List.of());
  }

  Instant firstCallLostAt() {
    return now.plus(firstCall);
  }

  /// @param asks answered with silence so far
  /// @return null when it was asked often enough
  @Nullable Instant next(int asks) {
    return asks < waits.size() ? now.plus(waits.get(asks)) : null;
  }
}
