package io.emporium.fleet.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Asks again until the answer is the one that is waited for.
public final class Waiting {

  private static final Duration INTERVAL = Duration.ofMillis(50);

  private Waiting() {}

  /// @throws UnexpectedAnswer with the last answer, when patience is over
  public static Answer until(
      Duration patience, String what, Supplier<Answer> ask, Predicate<Answer> satisfied) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Answer answer = ask.get();
      if (answer.status() == 200 && satisfied.test(answer)) {
        return answer;
      }
      if (System.nanoTime() > deadline) {
        throw new UnexpectedAnswer(
            answer, what + " did not come within " + patience.toSeconds() + " s");
      }
      pause();
    }
  }

  /// @return empty when patience is over
  public static <T> Optional<T> find(Duration patience, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<T> found = look.get();
      if (found.isPresent() || System.nanoTime() > deadline) {
        return found;
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
