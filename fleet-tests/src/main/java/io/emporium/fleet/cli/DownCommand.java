package io.emporium.fleet.cli;

import io.emporium.fleet.control.DownFleet;
import io.emporium.fleet.control.FleetContext;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "down",
    description = "Ends what this fleet started, and nothing else.",
    mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
  @Option(
      names = "--wipe",
      description = "Also remove the data: databases, broker, mails, charges.")
  private boolean wipe;

  @Override
  public Integer call() throws IOException, InterruptedException {
    new DownFleet(FleetContext.own(FleetHome.root(), FleetHome.terminal())).run(wipe);
    return 0;
  }
}
