package io.emporium.inventory.work;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets threads of this process take turns on one key instead of losing version guards to each
/// other. Correctness never rests on it: other processes are held off by the guards alone.
public final class StripedLocks {

  private static final int STRIPES = 256;

  private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

  public StripedLocks() {
    for (int i = 0; i < STRIPES; i++) {
      // Fair: on a hot key the first to ask is the first served, and nobody starves.
      stripes[i] = new ReentrantLock(true);
    }
  }

  public <T> T within(String key, Supplier<T> work) {
    ReentrantLock lock = stripes[Math.floorMod(key.hashCode(), STRIPES)];
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
