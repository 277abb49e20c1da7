package io.emporium.sales;

import io.emporium.events.Contracts;
import io.emporium.events.Message;
import io.emporium.kit.crash.CrashPoints;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/// Lets the service die at a boundary: the thread that gets there goes no further, and what it had
/// written stays written.
@Component
public class Crashes implements CrashPoints {

  /// No handler takes it for a failure to mend: a message is delivered again at once.
  public static final class ProcessDied extends Error {
    ProcessDied(String point) {
      super(point);
    }
  }

  private record Armed(String point, BooleanSupplier here) {}

  private record Countdown(int left, Consumer<String> then) {
    Countdown next() {
      return new Countdown(left - 1, then);
    }
  }

  private final ThreadLocal<Countdown> countdown = new ThreadLocal<>();
  private final AtomicReference<Optional<Armed>> armed = new AtomicReference<>(Optional.empty());

  /// This thread dies at its n-th boundary of a store.
  public void afterBoundaries(int n) {
    countdown.set(
        new Countdown(
            n,
            point -> {
              throw new ProcessDied(point);
            }));
  }

  /// This thread is overtaken at its n-th boundary of a store.
  ///
  /// @param overtaker does all of its work before this thread goes on
  public void atBoundary(int n, Runnable overtaker) {
    countdown.set(new Countdown(n, _ -> overtaker.run()));
  }

  public void never() {
    countdown.remove();
  }

  /// The next handler of such a message dies at this point.
  public void inHandlerOf(Class<? extends Message> contract, String point) {
    String name = Contracts.nameOf(contract);
    arm(point, () -> name.equals(MDC.get("event")));
  }

  /// The next request dies at this point.
  public void inRequest(String point) {
    arm(point, () -> Thread.currentThread().getName().startsWith("tomcat-"));
  }

  private void arm(String point, BooleanSupplier here) {
    armed.set(Optional.of(new Armed(point, here)));
  }

  public boolean happened() {
    return armed.get().isEmpty();
  }

  @Override
  public void reached(String point) {
    Optional<Armed> trap = armed.get();
    if (trap.isPresent()
        && trap.get().point().equals(point)
        && trap.get().here().getAsBoolean()
        && armed.compareAndSet(trap, Optional.empty())) {
      throw new ProcessDied(point);
    }
    Countdown now = countdown.get();
    if (now != null && point.startsWith("store.")) {
      countdown.set(now.next());
      if (now.left() == 1) {
        countdown.remove();
        now.then().accept(point);
      }
    }
  }
}
