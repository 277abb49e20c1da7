package io.emporium.kit.store;

/// How an aggregate answered a command. The third answer, refused, is a
/// [io.emporium.kit.problem.Refusal].
public enum Outcome {
  /// The state changed and is to be saved.
  APPLIED,
  /// It had been done before: nothing is written, nothing published.
  ALREADY
}
