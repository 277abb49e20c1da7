package io.emporium.fleet.chaos;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps orders and deaths together: customers go on ordering while a process is down, yet not so
/// far that the later deaths would meet an idle fleet.
final class Pace {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int limit;
  private int answered;

  /// Lets orders with a lower number begin.
  void allow(int newLimit) {
    change(() -> limit = Math.max(limit, newLimit));
  }

  /// An order has been accepted or given up.
  void answered() {
    change(() -> answered++);
  }

  void awaitTurn(int number) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (number >= limit) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  void awaitAnswered(int orders) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (answered < orders) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
