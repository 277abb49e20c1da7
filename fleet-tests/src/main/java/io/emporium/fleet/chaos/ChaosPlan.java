package io.emporium.fleet.chaos;

import io.emporium.fleet.FleetProblem;
import org.jspecify.annotations.Nullable;

/// @param seed decides who is killed when, and what each customer does
/// @param kills how often each process is killed
public record ChaosPlan(int orders, long seed, int customers, int kills) {

  private static final int ORDERS_PER_KILL = 500;

  public ChaosPlan {
    if (orders < 1 || customers < 1 || kills < 0) {
      throw new FleetProblem("chaos needs an order and a customer at least, and no negative kills");
    }
  }

  /// @param kills null for as many as the number of orders carries
  public static ChaosPlan of(int orders, long seed, int customers, @Nullable Integer kills) {
    int each = kills == null ? Math.max(1, orders / ORDERS_PER_KILL) : kills;
    return new ChaosPlan(orders, seed, customers, each);
  }
}
