package io.emporium.inventory;

import io.emporium.kit.crash.CrashPoints;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// Stops the work of one thread at its nth write, before it or after it.
@Component
public class TestCrashPoints implements CrashPoints {

  public static final class Crash extends RuntimeException {}

  private static final ThreadLocal<AtomicInteger> LEFT = new ThreadLocal<>();

  /// @return whether it came to the nth point
  public boolean crashes(int nth, Runnable work) {
    LEFT.set(new AtomicInteger(nth));
    try {
      work.run();
      return false;
    } catch (Crash e) {
      return true;
    } finally {
      LEFT.remove();
    }
  }

  @Override
  public void reached(String point) {
    AtomicInteger left = LEFT.get();
    if (left != null && point.startsWith("store.") && left.decrementAndGet() == 0) {
      throw new Crash();
    }
  }
}
