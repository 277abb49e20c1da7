package io.emporium.inventory.reservation;

import io.emporium.kit.testing.simulation.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Stock and reservations in many rough worlds: never oversold, sold once, nothing left held.
class StoreroomTest {

  private static final int ORDERS = 50;

  /// Seeds that once failed stay here.
  private static final List<Long> PAST = List.of();

  @Test
  void everyReservationEndsAndTheUnitsAddUp() {
    Seeds.run("of the stock", PAST, seed -> new Storeroom(seed, ORDERS));
  }
}
