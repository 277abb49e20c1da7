package io.emporium.fleet.cli;

import io.emporium.fleet.bench.Bench;
import io.emporium.fleet.control.FleetContext;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "bench",
    description = {
      "Measures a running fleet through its gateway: orders per second until confirmed,",
      "latencies, and product searches per second."
    },
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
  @Option(names = "--gateway", paramLabel = "URL", description = "Default: this fleet's.")
  private @Nullable URI gateway;

  @Option(names = "--orders", description = "Orders of the loaded run (${DEFAULT-VALUE}).")
  private int orders = 500;

  @Option(names = "--warm-up", description = "Orders before it measures (${DEFAULT-VALUE}).")
  private int warmUp = 300;

  @Option(names = "--concurrency", description = "Customers at once (${DEFAULT-VALUE}).")
  private int concurrency = 8;

  @Option(names = "--products", description = "Products to search in (${DEFAULT-VALUE}).")
  private int products = 1_000;

  @Option(names = "--search-seconds", description = "How long to search (${DEFAULT-VALUE}).")
  private int searchSeconds = 10;

  @Override
  public Integer call() throws IOException {
    var fleet = FleetContext.own(FleetHome.root(), FleetHome.terminal());
    var bench =
        new Bench(
            gateway == null ? fleet.gateway() : gateway,
            fleet.settings().values(),
            fleet.terminal(),
            Clock.systemUTC());
    var plan =
        new Bench.Plan(warmUp, orders, concurrency, products, Duration.ofSeconds(searchSeconds));
    return bench.run(plan) ? 0 : 1;
  }
}
