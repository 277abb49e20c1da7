package io.emporium.sales.order;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.web.Turns;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Lets a request wait for what the saga makes of an order. Woken by the replies that this instance
/// takes; another instance may take them, so the waiting is short and the order is read again.
@Component
public class OrderWatch {

  private static final long LOOK_AGAIN_MILLIS = 150;

  private final AggregateStore<Order> orders;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();

  OrderWatch(AggregateStore<Order> orders) {
    this.orders = orders;
  }

  /// The order as soon as it satisfies the condition, or as it is when patience ends.
  public Order await(Scope scope, String orderId, Predicate<Order> condition, Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    Order order = orders.get(scope, orderId);
    while (!condition.test(order) && System.nanoTime() < until) {
      Turns.pauseAside(this::pause);
      order = orders.get(scope, orderId);
    }
    return order;
  }

  void moved() {
    if (lock.tryLock()) {
      try {
        moved.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void pause() {
    lock.lock();
    try {
      var _ = moved.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an order", e);
    } finally {
      lock.unlock();
    }
  }
}
