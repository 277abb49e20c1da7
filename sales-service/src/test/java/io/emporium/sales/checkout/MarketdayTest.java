package io.emporium.sales.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.testing.simulation.Seeds;
import io.emporium.kit.testing.simulation.World;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The saga in many rough worlds: never oversold, paid once or given back, nothing left open.
class MarketdayTest {

  private static final int ORDERS = 50;

  /// Seeds that once failed stay here.
  private static final List<Long> PAST = List.of();

  @Test
  void everyOrderEndsAndStockAndMoneyAgreeWithIt() {
    Set<SagaStep> ends = EnumSet.noneOf(SagaStep.class);

    boolean many =
        Seeds.run(
            "of the saga",
            PAST,
            seed -> {
              Marketday market = new Marketday(seed, ORDERS);
              return new Seeds.Simulation() {
                @Override
                public World world() {
                  return market.world();
                }

                @Override
                public void run() {
                  market.run();
                  ends.addAll(market.ends());
                }
              };
            });

    if (many) {
      assertThat(ends)
          .as("a simulation in which nothing happens proves nothing")
          .containsExactlyInAnyOrder(SagaStep.DONE, SagaStep.CLOSED, SagaStep.REFUNDED);
    }
  }
}
