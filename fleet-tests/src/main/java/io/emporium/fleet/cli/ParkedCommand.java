package io.emporium.fleet.cli;

import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.control.RunningFleet;
import io.emporium.fleet.parking.ParkedMessage;
import io.emporium.fleet.parking.ParkingLot;
import io.emporium.fleet.report.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "parked",
    description = {
      "Shows messages that no repetition mended, and why.",
      "Exit code 0 only when there are none. Once the cause is mended, ./fleet replay sends them",
      "back."
    },
    mixinStandardHelpOptions = true)
public final class ParkedCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "SERVICE",
      description = "One service; all when left out.")
  private String service = "";

  @Override
  public Integer call() throws IOException {
    Terminal terminal = FleetHome.terminal();
    ParkingLot lot = new RunningFleet(FleetContext.own(FleetHome.root(), terminal)).parking();
    List<String> asked =
        service.isEmpty() ? lot.occupied() : List.of(ServiceNames.require(service));
    int count = 0;
    for (String one : asked) {
      List<ParkedMessage> messages = lot.list(one);
      if (!messages.isEmpty()) {
        terminal.line(terminal.bold(one) + "  " + messages.size() + " parked");
      }
      messages.forEach(message -> show(message, terminal));
      count += messages.size();
    }
    terminal.line(count == 0 ? terminal.good("nothing is parked") : count + " messages are parked");
    return count == 0 ? 0 : 1;
  }

  static void show(ParkedMessage message, Terminal terminal) {
    terminal.line("  " + message.id());
    terminal.line(
        "    %s of %s, published %s, company %s, correlation id %s"
            .formatted(
                message.type(),
                message.subject(),
                message.publishedAt() == null ? "at an unknown time" : message.publishedAt(),
                message.companyId() == null ? "-" : message.companyId(),
                message.correlationId()));
    terminal.line(
        "    from %s after %d attempts: %s"
            .formatted(message.queue(), message.attempts() + 1, terminal.bad(message.reason())));
  }
}
