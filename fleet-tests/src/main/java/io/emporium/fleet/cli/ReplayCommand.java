package io.emporium.fleet.cli;

import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.control.RunningFleet;
import io.emporium.fleet.parking.ParkedMessage;
import io.emporium.fleet.parking.ParkingLot;
import io.emporium.fleet.report.Terminal;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "replay",
    description = {
      "Sends parked messages back to the queues they came from.",
      "With their own ids. See ./fleet parked for what is there."
    },
    mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SERVICE", description = "Whose parking queue.")
  private String service = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ID",
      description = "Only these messages; all when left out.")
  private Set<String> ids = new LinkedHashSet<>();

  @Override
  public Integer call() throws IOException {
    Terminal terminal = FleetHome.terminal();
    ParkingLot lot = new RunningFleet(FleetContext.own(FleetHome.root(), terminal)).parking();
    String name = ServiceNames.require(service);
    List<ParkedMessage> replayed = lot.replay(name, ids);
    replayed.forEach(message -> terminal.line("back to " + message.queue() + "  " + message.id()));
    Set<String> missing = new LinkedHashSet<>(ids);
    replayed.forEach(message -> missing.remove(message.id()));
    missing.forEach(id -> terminal.line(terminal.bad("not parked there: " + id)));
    terminal.line(replayed.size() + " messages replayed, " + lot.depth(name) + " remain parked");
    return missing.isEmpty() ? 0 : 1;
  }
}
