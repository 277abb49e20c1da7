package io.emporium.fleet.bench;

import io.emporium.fleet.client.Api;
import java.time.Duration;
import java.util.List;

/// Product searches by a number of visitors at once, for a time.
final class SearchRun {

  private static final List<String> SEARCHES =
      List.of(
          "/api/products?search=laptop",
          "/api/products?search=phone+model",
          "/api/products?search=cam",
          "/api/products?search=monitor&sort=price,asc",
          "/api/products?search=router&minPrice=1100&maxPrice=1800",
          "/api/products?search=keyboard&brand=Brand5");

  private final ReadRun run = new ReadRun(SEARCHES);

  SearchRun search(Api anyone, int visitors, Duration length) {
    var _ = run.read(anyone, visitors, length);
    return this;
  }

  double perSecond() {
    return run.perSecond();
  }

  Latencies latencies() {
    return run.latencies();
  }

  int errors() {
    return run.errors();
  }
}
