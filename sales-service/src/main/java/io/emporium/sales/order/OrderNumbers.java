package io.emporium.sales.order;

import io.emporium.kit.store.Counters;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Numbers of orders, drawn in blocks so that not every order waits for the company's counter. What
/// is left of a block when the process ends is lost: unlike invoices, orders may have gaps.
@Component
class OrderNumbers {

  private static final String SERIES = "order";
  private static final int BLOCK = 20;

  /// Numbers of one company that this process may give away.
  private record Block(long next, long end) {}

  private final ConcurrentHashMap<String, Block> blocks = new ConcurrentHashMap<>();
  private final Counters counters;

  OrderNumbers(Counters counters) {
    this.counters = counters;
  }

  String next(String companyId, String prefix) {
    Block drawn =
        blocks.compute(
            companyId,
            (id, block) ->
                block == null || block.next() == block.end()
                    ? fresh(id)
                    : new Block(block.next() + 1, block.end()));
    return prefix + String.format(Locale.ROOT, "%06d", drawn.next());
  }

  private Block fresh(String companyId) {
    long last = counters.next(companyId, SERIES, BLOCK);
    return new Block(last - BLOCK + 1, last);
  }
}
