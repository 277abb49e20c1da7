package io.emporium.kit.testing.simulation;

import java.util.List;
import java.util.function.LongFunction;

/// Runs a simulation for many seeds.
///
/// `-Dsimulation.seeds=10000` makes a long run of it; `-Dsimulation.seed=4711` runs one again.
public final class Seeds {

  private static final String ONE = "simulation.seed";
  private static final String MANY = "simulation.seeds";
  private static final int USUAL = 300;

  /// What a simulation has to say for itself in the end.
  public interface Simulation {

    World world();

    /// @throws AssertionError when something is wrong
    void run();
  }

  private Seeds() {}

  /// @param name for the line that says how fast it was
  /// @param past seeds that once failed; they are tried first, every time
  /// @return whether many were run, so that all kinds of ends have to have come up
  public static boolean run(String name, List<Long> past, LongFunction<Simulation> simulation) {
    Long one = Long.getLong(ONE);
    if (one != null) {
      run(one, simulation);
      return false;
    }
    past.forEach(seed -> run(seed, simulation));
    int many = Integer.getInteger(MANY, USUAL);
    long start = System.nanoTime();
    for (long seed = 0; seed < many; seed++) {
      run(seed, simulation);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "simulation %s: %d seeds in %.1f s, 10,000 would take %.0f s%n",
        name, many, seconds, seconds / many * 10_000);
    return true;
  }

  private static void run(long seed, LongFunction<Simulation> simulation) {
    Simulation made = simulation.apply(seed);
    try {
      made.run();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed %d (again with -D%s=%d): %s%n  %s"
              .formatted(seed, ONE, seed, e.getMessage(), made.world().history()),
          e);
    }
  }
}
