package io.emporium.fleet.bench;

import io.emporium.fleet.client.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Product searches by a number of visitors at once, for a time.
final class SearchRun {

  private static final List<String> QUERIES =
      List.of(
          "search=laptop",
          "search=phone+model",
          "search=cam",
          "search=monitor&sort=price,asc",
          "search=router&minPrice=1100&maxPrice=1800",
          "search=keyboard&brand=Brand5");

  private final Latencies latencies = new Latencies();
  private final AtomicInteger errors = new AtomicInteger();
  private double seconds;

  SearchRun search(Api anyone, int visitors, Duration length) {
    long start = System.nanoTime();
    long end = start + length.toNanos();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < visitors; i++) {
      int offset = i;
      workers.add(Thread.ofVirtual().start(() -> visit(anyone, offset, end)));
    }
    workers.forEach(OrderRun::join);
    seconds = (System.nanoTime() - start) / 1e9;
    return this;
  }

  private void visit(Api anyone, int offset, long end) {
    for (int i = offset; System.nanoTime() < end; i++) {
      long start = System.nanoTime();
      int status = anyone.get("/api/products?" + QUERIES.get(i % QUERIES.size())).status();
      latencies.add(start);
      if (status != 200) {
        errors.incrementAndGet();
      }
    }
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
