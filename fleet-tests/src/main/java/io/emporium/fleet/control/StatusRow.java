package io.emporium.fleet.control;

import io.emporium.fleet.health.Health;
import java.time.Duration;

/// One line of `./fleet status`. `pid` is 0 for what this fleet does not run.
public record StatusRow(
    String name, int port, Health health, long pid, long memoryMiB, Duration uptime) {

  static StatusRow down(String name, int port) {
    return new StatusRow(name, port, Health.DOWN, 0, 0, Duration.ZERO);
  }

  /// The broker was running before and is used as it is.
  StatusRow foreign() {
    var seen = "not ours".equals(health.detail()) ? Health.WELL : health;
    return new StatusRow(name + " (not ours)", port, seen, 0, 0, Duration.ZERO);
  }
}
