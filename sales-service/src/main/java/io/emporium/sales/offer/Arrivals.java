package io.emporium.sales.offer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// Wakes those who wait for news of the catalogue.
@Component
public class Arrivals {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  void announce() {
    lock.lock();
    try {
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Returns early when something arrives. Another instance may be the one that takes the news, so
  /// the waiting is short and the caller looks again.
  void await(long millis) {
    lock.lock();
    try {
      var _ = arrived.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the catalogue", e);
    } finally {
      lock.unlock();
    }
  }
}
