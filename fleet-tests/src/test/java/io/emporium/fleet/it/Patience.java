package io.emporium.fleet.it;

import io.emporium.fleet.client.Waiting;
import java.time.Duration;
import java.util.Optional;

/// Waits for a token to be refused, and tells how long it took.
final class Patience {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final TestFleet fleet;

  Patience(TestFleet fleet) {
    this.fleet = fleet;
  }

  /// @return since the call
  Duration untilRefused(String service, String token) {
    long start = System.nanoTime();
    String path = Guarded.PATHS.getOrDefault(service, "/");
    return Waiting.find(
            LONGEST,
            () ->
                fleet.direct(service).as(token).get(path).status() == 401
                    ? Optional.of(Duration.ofNanos(System.nanoTime() - start))
                    : Optional.<Duration>empty())
        .orElseThrow(
            () -> new IllegalStateException(service + " still takes the token after 20 s"));
  }
}
