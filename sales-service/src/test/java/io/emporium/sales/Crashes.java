package io.emporium.sales;

import io.emporium.kit.crash.CrashPoints;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/// Lets the service die at a boundary: the thread that gets there goes no further, and what it had
/// written stays written.
@Component
public class Crashes implements CrashPoints {

  public static final class ProcessDied extends RuntimeException {
    ProcessDied(String point) {
      super(point);
    }
  }

  private record Armed(String point, String thread) {}

  private final ThreadLocal<Integer> boundariesLeft = new ThreadLocal<>();
  private final AtomicReference<Optional<Armed>> armed = new AtomicReference<>(Optional.empty());

  /// This thread dies at its n-th boundary of a store.
  public void afterBoundaries(int n) {
    boundariesLeft.set(n);
  }

  public void never() {
    boundariesLeft.remove();
  }

  /// The next thread of a queue's consumers dies at this point.
  public void inConsumer(String queue, String point) {
    armed.set(Optional.of(new Armed(point, queue + "-")));
  }

  public boolean happened() {
    return armed.get().isEmpty();
  }

  @Override
  public void reached(String point) {
    Optional<Armed> now = armed.get();
    if (now.isPresent()
        && now.get().point().equals(point)
        && Thread.currentThread().getName().startsWith(now.get().thread())
        && armed.compareAndSet(now, Optional.empty())) {
      throw new ProcessDied(point);
    }
    Integer left = boundariesLeft.get();
    if (left != null && point.startsWith("store.")) {
      boundariesLeft.set(left - 1);
      if (left == 1) {
        boundariesLeft.remove();
        throw new ProcessDied(point);
      }
    }
  }
}
