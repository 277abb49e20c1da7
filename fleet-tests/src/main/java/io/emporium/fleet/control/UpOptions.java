package io.emporium.fleet.control;

import java.time.Duration;
import java.util.Set;

/// What `up` was asked for: all services when `only` is empty.
///
/// @param train whether start caches are made where they are missing
public record UpOptions(Set<String> only, boolean build, boolean train, Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  public static final UpOptions ALL = new UpOptions(Set.of(), true, true, PATIENCE);

  /// For a fleet that lives for some minutes: making the caches takes longer than they save.
  public static final UpOptions SHORT_LIVED = new UpOptions(Set.of(), true, false, PATIENCE);
}
