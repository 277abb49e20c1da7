package io.emporium.sales.checkout;

import io.emporium.kit.testing.simulation.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The saga in many rough worlds: never oversold, paid once or given back, nothing left open.
class MarketdayTest {

  private static final int ORDERS = 50;

  /// Seeds that once failed stay here.
  private static final List<Long> PAST = List.of();

  @Test
  void everyOrderEndsAndStockAndMoneyAgreeWithIt() {
    Seeds.run("of the saga", PAST, seed -> new Marketday(seed, ORDERS));
  }
}
