package io.emporium.fleet.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Asks again until the answer is the one that is waited for.
public final class Waiting {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private Waiting() {}

  /// @throws UnexpectedAnswer with the last answer, when patience is over
  public static Answer until(
      Duration patience, String what, Supplier<Answer> ask, Predicate<Answer> satisfied) {
    long deadline = System.nanoTime() + patience.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      Answer answer = ask.get();
      if (answer.status() == 200 && satisfied.test(answer)) {
        return answer;
      }
      if (System.nanoTime() > deadline) {
        throw new UnexpectedAnswer(
            answer, what + " did not come within " + patience.toSeconds() + " s");
      }
      pause = sleep(pause);
    }
  }

  /// @return empty when patience is over
  public static <T> Optional<T> find(Duration patience, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + patience.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      Optional<T> found = look.get();
      if (found.isPresent() || System.nanoTime() > deadline) {
        return found;
      }
      pause = sleep(pause);
    }
  }

  // Longer each time: many who wait must not be a load of their own.
  private static Duration sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    Duration longer = pause.multipliedBy(3).dividedBy(2);
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }
}
