package io.emporium.fleet.cli;

import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.control.UpFleet;
import io.emporium.fleet.control.UpOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "up",
    description = "Builds what is stale and starts what is missing, until all is healthy.",
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
  @Option(
      names = "--only",
      split = ",",
      paramLabel = "SERVICE",
      description = "Start only these (and RabbitMQ and local-stack).")
  private Set<String> only = new LinkedHashSet<>();

  @Option(names = "--no-build", description = "Take the jars that are there.")
  private boolean noBuild;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long one service may take to be healthy (${DEFAULT-VALUE}).")
  private int timeout = 180;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var terminal = FleetHome.terminal();
    var fleet = FleetContext.own(FleetHome.root(), terminal);
    new UpFleet(fleet).run(new UpOptions(only, !noBuild, true, Duration.ofSeconds(timeout)));
    return StatusTable.print(fleet, only, Clock.systemUTC()) ? 0 : 1;
  }
}
