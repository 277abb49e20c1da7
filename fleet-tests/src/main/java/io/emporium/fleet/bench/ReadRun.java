package io.emporium.fleet.bench;

import io.emporium.fleet.client.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads by a number of clients at once, one after another each, for a time.
final class ReadRun {

  private final List<String> paths;
  private final Latencies latencies = new Latencies();
  private final AtomicInteger errors = new AtomicInteger();
  private double seconds;

  ReadRun(List<String> paths) {
    this.paths = List.copyOf(paths);
  }

  ReadRun read(Api api, int clients, Duration length) {
    long start = System.nanoTime();
    long end = start + length.toNanos();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      int offset = i;
      workers.add(Thread.ofVirtual().start(() -> readOn(api, offset, end)));
    }
    workers.forEach(OrderRun::join);
    seconds = (System.nanoTime() - start) / 1e9;
    return this;
  }

  private void readOn(Api api, int offset, long end) {
    for (int i = offset; System.nanoTime() < end; i++) {
      long start = System.nanoTime();
      int status = api.get(paths.get(i % paths.size())).status();
      latencies.add(start);
      if (status != 200) {
        errors.incrementAndGet();
      }
    }
  }

  int count() {
    return latencies.count();
  }

  double perSecond() {
    return latencies.count() / seconds;
  }

  Latencies latencies() {
    return latencies;
  }

  int errors() {
    return errors.get();
  }
}
