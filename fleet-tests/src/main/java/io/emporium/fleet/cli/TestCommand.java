package io.emporium.fleet.cli;

import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.suite.TestPlan;
import io.emporium.fleet.suite.TestRun;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "test",
    description =
        "Runs every check: format, static, unit, integration, and the fleet from outside.",
    mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {
  @Option(names = "--fleet", description = "Only the fleet from outside.")
  private boolean fleetOnly;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "CLASS",
      description = "Only these tests of the fleet, such as StoryFleetIT; implies --fleet.")
  private Set<String> classes = new LinkedHashSet<>();

  @Option(
      names = "-D",
      paramLabel = "NAME=VALUE",
      description = "For the fleet's tests, such as -Dfleet.buyers=500.")
  private Map<String, String> properties = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var fleet = FleetContext.forTests(FleetHome.root(), FleetHome.terminal());
    var plan = new TestPlan(!fleetOnly && classes.isEmpty(), classes, properties);
    return new TestRun(fleet, Clock.systemUTC(), plan).run() ? 0 : 1;
  }
}
