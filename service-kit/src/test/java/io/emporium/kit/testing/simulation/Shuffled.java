package io.emporium.kit.testing.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Messages as a bad day delivers them.
public final class Shuffled {

  private Shuffled() {}

  /// Everything three times: first copies in the given order, since a cause comes before its
  /// effect, and the other copies anywhere after the first.
  public static <T> List<T> threeTimes(List<T> messages, Random random) {
    List<T> shuffled = new ArrayList<>(messages);
    for (T message : messages) {
      for (int copy = 0; copy < 2; copy++) {
        int first = shuffled.indexOf(message);
        shuffled.add(first + 1 + random.nextInt(shuffled.size() - first), message);
      }
    }
    return shuffled;
  }
}
