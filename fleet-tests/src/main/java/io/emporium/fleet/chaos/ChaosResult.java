package io.emporium.fleet.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a run has shown.
///
/// @param kills per process
/// @param slowestRecovery per process, where it was waited for
/// @param ends how many orders of each fate ended in each status, `PAYS confirmed`
/// @param settled from the last process being healthy until no order was under way
/// @param violations empty when everything held; each is a sentence for a person
/// @param drifts how many of them the audit found
public record ChaosResult(
    ChaosPlan plan,
    Map<String, Integer> kills,
    Map<String, Duration> slowestRecovery,
    Map<String, Integer> ends,
    Duration took,
    Duration settled,
    List<String> violations,
    int drifts) {

  public boolean clean() {
    return violations.isEmpty();
  }
}
