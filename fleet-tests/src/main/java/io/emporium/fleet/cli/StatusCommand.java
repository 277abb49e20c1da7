package io.emporium.fleet.cli;

import io.emporium.fleet.control.FleetContext;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "status",
    description = "Shows every service; exit code 0 only when all are healthy.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "SERVICE", description = "Only these services.")
  private Set<String> only = new LinkedHashSet<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var fleet = FleetContext.own(FleetHome.root(), FleetHome.terminal());
    return StatusTable.print(fleet, only, Clock.systemUTC()) ? 0 : 1;
  }
}
