package io.emporium.notification.delivery;

import java.util.Locale;
import java.util.stream.Stream;

/// How urgent a delivery is. Each lane has its own queue and its own threads, so that a flood in
/// one does not slow down another.
public enum Lane {
  CRITICAL,
  IMPORTANT,
  NORMAL;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException when no priority has this name
  public static Lane fromWire(String priority) {
    return Stream.of(values())
        .filter(lane -> lane.wireName().equals(priority))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no priority " + priority));
  }
}
