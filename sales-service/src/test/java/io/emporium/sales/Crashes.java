package io.emporium.sales;

import io.emporium.events.Contracts;
import io.emporium.events.Message;
import io.emporium.kit.crash.CrashPoints;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
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

  private final ThreadLocal<Integer> boundariesLeft = new ThreadLocal<>();
  private final AtomicReference<Optional<Armed>> armed = new AtomicReference<>(Optional.empty());

  /// This thread dies at its n-th boundary of a store.
  public void afterBoundaries(int n) {
    boundariesLeft.set(n);
  }

  public void never() {
    boundariesLeft.remove();
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
    Optional<Armed> now = armed.get();
    if (now.isPresent()
        && now.get().point().equals(point)
        && now.get().here().getAsBoolean()
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
