package io.emporium.notification.delivery;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Deliveries that are due, each once. Bounded: what finds no room stays in the database, where the
/// next look finds it.
final class LaneQueue {

  private static final int CAPACITY = 1_000;

  /// @param correlationId of what asked for it, under which it is worked on
  /// @param claimed the delivery where this instance claimed it when it was planned; null where it
  ///   must be claimed first
  record Due(String id, String correlationId, @Nullable Delivery claimed) {

    static Due planned(Delivery delivery) {
      boolean claimed = !delivery.attempts().isEmpty();
      return new Due(delivery.id(), delivery.draft().correlationId(), claimed ? delivery : null);
    }

    /// Waits for another attempt, or its attempt came to no end.
    static Due again(Delivery delivery) {
      return new Due(delivery.id(), delivery.draft().correlationId(), null);
    }
  }

  private final BlockingQueue<Due> waiting = new LinkedBlockingQueue<>();
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  void offer(Due due) {
    if (known.size() < CAPACITY && known.add(due.id())) {
      waiting.add(due);
    }
  }

  /// @return null when nothing came in time
  @Nullable Due take(Duration patience) throws InterruptedException {
    return waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// To be called for everything taken; until then it cannot be offered again.
  void done(String id) {
    known.remove(id);
  }

  boolean isNearlyEmpty() {
    return waiting.size() < CAPACITY / 10;
  }

  int size() {
    return waiting.size();
  }
}
