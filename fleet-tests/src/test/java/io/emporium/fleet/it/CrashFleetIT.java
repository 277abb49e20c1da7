package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.chaos.Chaos;
import io.emporium.fleet.chaos.ChaosPlan;
import io.emporium.fleet.chaos.ChaosResult;
import io.emporium.fleet.roster.Roster;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/// `./fleet chaos`, small: every service and the broker die by kill -9 while orders run. Afterwards
/// the books agree. `-Dfleet.seed` makes a run again, `-Dfleet.orders` a longer one.
class CrashFleetIT {

  private static final int ORDERS = Integer.getInteger("fleet.orders", 240);
  private static final int CUSTOMERS = 6;

  @Test
  void theBooksAgreeAfterEverybodyWasKilled() throws Exception {
    TestFleet fleet = new TestFleet();
    long seed = Long.getLong("fleet.seed", System.nanoTime() % 1_000_000_000);
    System.out.println("crash test seed: " + seed);

    ChaosResult result =
        new Chaos(fleet.context(), Clock.systemUTC())
            .run(ChaosPlan.of(ORDERS, seed, CUSTOMERS, null));

    assertThat(result.violations()).as("seed " + seed).isEmpty();
    assertThat(result.kills().keySet())
        .containsAll(Roster.SERVICES.stream().map(service -> service.name()).toList());
  }
}
