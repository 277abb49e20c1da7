package io.emporium.fleet.control;

import java.time.Duration;
import java.util.Set;

/// What `up` was asked for: all services when `only` is empty.
public record UpOptions(Set<String> only, boolean build, Duration patience) {
  public static final UpOptions ALL = new UpOptions(Set.of(), true, Duration.ofSeconds(180));

  public UpOptions withoutBuild() {
    return new UpOptions(only, false, patience);
  }
}
