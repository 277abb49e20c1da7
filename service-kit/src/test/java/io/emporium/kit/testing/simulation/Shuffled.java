package io.emporium.kit.testing.simulation;

import io.emporium.kit.testing.crash.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Messages as a bad day delivers them.
public final class Shuffled {

  private static final int SEEDS = Integer.getInteger("shuffle.seeds", 20);

  private Shuffled() {}

  /// Tells a story once per seed, several at a time. `-Dshuffle.seeds=1000` makes a long run of it.
  ///
  /// @throws AssertionError that names the seeds that failed
  public static void forEverySeed(Consumer<Random> story) {
    Parallel.forEach(
        IntStream.rangeClosed(1, SEEDS).boxed().toList(),
        seed -> {
          try {
            story.accept(new Random(seed));
          } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
          }
        });
    System.out.printf("shuffled three times: %d seeds%n", SEEDS);
  }

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
