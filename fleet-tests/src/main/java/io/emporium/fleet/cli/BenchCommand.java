package io.emporium.fleet.cli;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.bench.Bench;
import io.emporium.fleet.bench.GatewayCost;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.process.ProcFs;
import io.emporium.fleet.roster.Roster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "bench",
    description = {
      "Measures orders and product searches per second, and latencies.",
      "Through the gateway of a running fleet. Or only what the gateway itself costs."
    },
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
  private static final String READ_FROM = "ecommerce-service";

  @Option(
      names = "--gateway",
      converter = HttpAddress.class,
      paramLabel = "URL",
      description = "Default: this fleet's.")
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

  @Option(
      names = "--gateway-cost",
      description = "Only the same cheap read, straight from its service and through the gateway.")
  private boolean gatewayCost;

  @Option(
      names = "--seconds",
      description = "With --gateway-cost: how long for each figure (${DEFAULT-VALUE}).")
  private int seconds = 8;

  @Override
  public Integer call() throws IOException {
    var fleet = FleetContext.own(FleetHome.root(), FleetHome.terminal());
    if (gatewayCost) {
      return costOf(fleet).run(Duration.ofSeconds(seconds)) ? 0 : 1;
    }
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

  private GatewayCost costOf(FleetContext fleet) {
    var door = new Api(gateway == null ? fleet.gateway() : gateway);
    var service = Roster.select(Set.of(READ_FROM), fleet.shift()).getFirst();
    return new GatewayCost(
        new GatewayCost.Subject(
            door,
            new Api(fleet.url(service)),
            () -> cpuTimeOf(fleet, "api-gateway"),
            () -> cpuTimeOf(fleet, READ_FROM)),
        fleet.settings().values(),
        fleet.terminal(),
        Clock.systemUTC());
  }

  private static Duration cpuTimeOf(FleetContext fleet, String name) {
    try {
      return fleet
          .pids()
          .findAlive(name)
          .flatMap(process -> ProcFs.cpuTime(process.pid()))
          .orElseThrow(() -> new FleetProblem(name + " is not running here"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
