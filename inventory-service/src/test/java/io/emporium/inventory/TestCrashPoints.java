package io.emporium.inventory;

import io.emporium.kit.crash.CrashPoints;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// Stops the work of one thread at its nth write, before it or after it.
@Component
public class TestCrashPoints implements CrashPoints {

  public static final class Crash extends RuntimeException {}

  private record Stop(AtomicInteger left, Runnable then) {}

  private static final ThreadLocal<Stop> STOP = new ThreadLocal<>();

  /// @return whether it came to the nth point
  public boolean crashes(int nth, Runnable work) {
    try {
      interrupt(nth, TestCrashPoints::crash, work);
      return false;
    } catch (Crash e) {
      return true;
    }
  }

  /// Has something else happen at the nth point, before the work goes on.
  public void interrupt(int nth, Runnable other, Runnable work) {
    STOP.set(new Stop(new AtomicInteger(nth), other));
    try {
      work.run();
    } finally {
      STOP.remove();
    }
  }

  private static void crash() {
    throw new Crash();
  }

  @Override
  public void reached(String point) {
    Stop stop = STOP.get();
    if (stop != null && point.startsWith("store.") && stop.left().decrementAndGet() == 0) {
      stop.then().run();
    }
  }
}
