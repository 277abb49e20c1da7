package io.emporium.fleet.cli;

import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.suite.TestRun;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "test",
    description =
        "Runs every check: format, static, unit, integration, and the fleet from outside.",
    mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException, InterruptedException {
    var fleet = FleetContext.forTests(FleetHome.root(), FleetHome.terminal());
    return new TestRun(fleet, Clock.systemUTC()).run() ? 0 : 1;
  }
}
