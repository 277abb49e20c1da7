package io.emporium.fleet.suite;

import java.time.Duration;

/// How a stage went; `skipped` when an earlier one failed.
record StageResult(String name, Outcome outcome, Duration took) {
  enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
  }

  boolean failed() {
    return outcome == Outcome.FAILED;
  }
}
