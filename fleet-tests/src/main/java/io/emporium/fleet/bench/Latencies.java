package io.emporium.fleet.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Durations of one kind of step, from many threads.
final class Latencies {

  private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

  void add(long startNanos) {
    nanos.add(System.nanoTime() - startNanos);
  }

  int count() {
    return nanos.size();
  }

  /// @param percent 50 for the median
  /// @return whole and tenth milliseconds: `12.3`; `-` without a value
  String percentile(int percent) {
    List<Long> sorted = new ArrayList<>(nanos);
    if (sorted.isEmpty()) {
      return "-";
    }
    Collections.sort(sorted);
    int index = Math.min(sorted.size() - 1, (sorted.size() * percent) / 100);
    return "%.1f".formatted(Duration.ofNanos(sorted.get(index)).toNanos() / 1e6);
  }
}
