package io.emporium.auth.standing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The moment before which tokens are void from now on.
///
/// It lies a little ahead. Whoever is being signed in this very moment has read the account before
/// the change, and is stamped with the time of that reading: an earlier one. Whoever reads the
/// changed account is stamped with the cut-off itself, never earlier. So the order of the writes
/// decides, not which clock of which instance ticks first.
public final class Cutoff {

  private static final Duration AHEAD = Duration.ofSeconds(2);

  private Cutoff() {}

  /// @param previous cut-off, than which the new one is later
  public static Instant after(Instant previous, Instant now) {
    Instant ahead = now.plus(AHEAD).truncatedTo(ChronoUnit.MILLIS);
    Instant later = previous.plusMillis(1);
    return ahead.isAfter(later) ? ahead : later;
  }
}
