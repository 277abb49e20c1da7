package io.emporium.fleet.bench;

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
    return count() == 0 ? "-" : "%.1f".formatted(nanosAt(percent) / 1e6);
  }

  /// @return 0 without a value
  long nanosAt(int percent) {
    List<Long> sorted = new ArrayList<>(nanos);
    if (sorted.isEmpty()) {
      return 0;
    }
    Collections.sort(sorted);
    return sorted.get(Math.min(sorted.size() - 1, (sorted.size() * percent) / 100));
  }
}
