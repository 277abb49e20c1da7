package io.emporium.kit.messaging;

import io.emporium.kit.web.Turns;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Waits a little for news that are on their way. Who has just opened a company opens its first
/// shop within milliseconds: for them a service should not answer that it knows no such company.
public final class News {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  /// Some have come, and are kept where they are looked for.
  public void announce() {
    lock.lock();
    try {
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// What is found, at once or after a little waiting.
  public <T> Optional<T> await(Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> found = look.get();
    while (found.isEmpty() && System.nanoTime() < deadline && Turns.aside(this::pause)) {
      found = look.get();
    }
    return found;
  }

  // Woken by news that arrive here, and after a moment by itself, since another instance may have
  // taken them. False when interrupted.
  private boolean pause() {
    lock.lock();
    try {
      var _ = arrived.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
