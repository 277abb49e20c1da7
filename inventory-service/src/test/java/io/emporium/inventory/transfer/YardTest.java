package io.emporium.inventory.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.testing.simulation.Seeds;
import io.emporium.kit.testing.simulation.World;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Transfers in many rough worlds: every unit is where the transfers say, and none is set aside for
/// nothing. `-Dsimulation.seeds=10000` runs more of them, `-Dsimulation.seed=N` one of them again.
class YardTest {

  private static final int TRANSFERS = 20;

  /// Seeds that once failed stay here.
  private static final List<Long> PAST = List.of();

  @Test
  void everyUnitIsWhereTheTransfersSay() {
    Set<TransferStatus> ends = EnumSet.noneOf(TransferStatus.class);

    boolean many =
        Seeds.run(
            "of the transfers",
            PAST,
            seed -> {
              Yard yard = new Yard(seed, TRANSFERS);
              return new Seeds.Simulation() {
                @Override
                public World world() {
                  return yard.world();
                }

                @Override
                public void run() {
                  yard.run();
                  ends.addAll(yard.ends());
                }
              };
            });

    if (many) {
      assertThat(ends)
          .as("a simulation in which nothing happens proves nothing")
          .contains(
              TransferStatus.APPROVED,
              TransferStatus.SHIPPED,
              TransferStatus.PARTLY_RECEIVED,
              TransferStatus.RECEIVED,
              TransferStatus.CANCELLED);
    }
  }
}
