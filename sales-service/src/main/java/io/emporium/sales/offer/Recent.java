package io.emporium.sales.offer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Terms as they were read a moment ago: every order needs those of its shop and company, and they
/// hardly change. What this instance learns counts at once, what another learns within a second,
/// which is no later than its news might have come.
final class Recent<T> {

  private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int MOST = 10_000;

  private record Read<T>(T value, long atNanos) {}

  private final ConcurrentHashMap<String, Read<T>> reads = new ConcurrentHashMap<>();

  Optional<T> get(String id, Function<String, Optional<T>> store) {
    long now = System.nanoTime();
    Read<T> read = reads.get(id);
    if (read != null && now - read.atNanos() < KEPT_NANOS) {
      return Optional.of(read.value());
    }
    Optional<T> found = store.apply(id);
    if (reads.size() >= MOST) {
      reads.clear();
    }
    found.ifPresent(value -> reads.put(id, new Read<>(value, now)));
    return found;
  }

  void forget(String id) {
    reads.remove(id);
  }
}
