package io.emporium.kit.sample;

import io.emporium.kit.crash.CrashPoints;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stops whoever reaches an armed point, once.
final class Crashes implements CrashPoints {

  /// The process is gone at this point. An [Error], so that no handler takes it for a failure to
  /// mend.
  static final class ProcessDied extends Error {
    ProcessDied(String point) {
      super(point);
    }
  }

  private final Set<String> armed = ConcurrentHashMap.newKeySet();
  private final Set<String> died = ConcurrentHashMap.newKeySet();

  void at(String point) {
    died.remove(point);
    armed.add(point);
  }

  boolean happened(String point) {
    return died.contains(point);
  }

  @Override
  public void reached(String point) {
    if (armed.remove(point)) {
      died.add(point);
      throw new ProcessDied(point);
    }
  }
}
