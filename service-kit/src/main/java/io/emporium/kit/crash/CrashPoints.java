package io.emporium.kit.crash;

/// Boundaries at which a process may die: between a write and its publication, between an effect
/// and its acknowledgement. Production does nothing there; a test stops the process.
@FunctionalInterface
public interface CrashPoints {

  CrashPoints NONE = point -> {};

  /// @param point such as `outbox.after-write`
  void reached(String point);
}
