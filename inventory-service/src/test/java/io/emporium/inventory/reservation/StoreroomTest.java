package io.emporium.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.testing.simulation.Seeds;
import io.emporium.kit.testing.simulation.World;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Stock and reservations in many rough worlds: never oversold, sold once, nothing left held.
///
/// The workers of these worlds do not take turns on an order, as the threads of one instance do:
/// they are as many instances. `-Dsimulation.seeds=10000` runs more of them, `-Dsimulation.seed=N`
/// one of them again.
class StoreroomTest {

  private static final int ORDERS = 50;

  /// Seeds that once failed stay here. What seed 205 showed is also told in `StockItemTest`, by
  /// `aReleaseThatIsLateLeavesAloneWhatALaterAttemptHolds`, whatever a seed comes to mean.
  private static final List<Long> PAST = List.of(182L, 205L);

  @Test
  void everyReservationEndsAndTheUnitsAddUp() {
    Set<ReservationStatus> ends = EnumSet.noneOf(ReservationStatus.class);

    boolean many =
        Seeds.run(
            "of the stock",
            PAST,
            seed -> {
              Storeroom storeroom = new Storeroom(seed, ORDERS);
              return new Seeds.Simulation() {
                @Override
                public World world() {
                  return storeroom.world();
                }

                @Override
                public void run() {
                  storeroom.run();
                  ends.addAll(storeroom.ends());
                }
              };
            });

    if (many) {
      assertThat(ends)
          .as("a simulation in which nothing happens proves nothing")
          .containsExactlyInAnyOrder(
              ReservationStatus.DEDUCTED,
              ReservationStatus.RELEASED,
              ReservationStatus.EXPIRED,
              ReservationStatus.REFUSED);
    }
  }
}
