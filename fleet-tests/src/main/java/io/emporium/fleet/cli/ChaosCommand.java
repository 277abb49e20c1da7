package io.emporium.fleet.cli;

import io.emporium.fleet.chaos.Chaos;
import io.emporium.fleet.chaos.ChaosPlan;
import io.emporium.fleet.control.FleetContext;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "chaos",
    description = {
      "Kills every service and the broker while orders run, then audits the books.",
      "With kill -9, at seeded moments; each is started again, and all orders come to their end."
    },
    mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {
  @Option(names = "--orders", description = "How many orders (${DEFAULT-VALUE}).")
  private int orders = 500;

  @Option(names = "--seed", description = "Makes the same plan again; random when left out.")
  private @Nullable Long seed;

  @Option(names = "--customers", description = "Customers at once (${DEFAULT-VALUE}).")
  private int customers = 8;

  @Option(
      names = "--kills",
      paramLabel = "N",
      description = "How often each is killed; one per 500 orders, at least once, when left out.")
  private @Nullable Integer kills;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var fleet = FleetContext.own(FleetHome.root(), FleetHome.terminal());
    var plan =
        ChaosPlan.of(
            orders, seed == null ? System.nanoTime() % 1_000_000_000 : seed, customers, kills);
    return new Chaos(fleet, Clock.systemUTC()).run(plan).clean() ? 0 : 1;
  }
}
