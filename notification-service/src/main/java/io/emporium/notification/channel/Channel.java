package io.emporium.notification.channel;

import java.util.Locale;
import java.util.stream.Stream;

/// A way to reach a person.
public enum Channel {
  EMAIL,
  SMS,
  PUSH,
  /// Kept here and shown by the applications; reached by no provider.
  IN_APP;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException when no channel has this name
  public static Channel fromWire(String name) {
    return Stream.of(values())
        .filter(channel -> channel.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no channel " + name));
  }
}
