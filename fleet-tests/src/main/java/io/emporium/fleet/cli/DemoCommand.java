package io.emporium.fleet.cli;

import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.control.UpFleet;
import io.emporium.fleet.control.UpOptions;
import io.emporium.fleet.story.Story;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = {
      "Plays the story of a company, a customer and an order, and prints it.",
      "Without --gateway it brings the fleet up first and leaves it up."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--gateway",
      converter = HttpAddress.class,
      paramLabel = "URL",
      description = "Play against whatever answers there; nothing is started.")
  private @Nullable URI gateway;

  @Option(
      names = "--sandbox",
      converter = HttpAddress.class,
      paramLabel = "URL",
      description =
          "Where local-stack shows what arrived, with --gateway; otherwise not looked at.")
  private @Nullable URI sandbox;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var terminal = FleetHome.terminal();
    var fleet = FleetContext.own(FleetHome.root(), terminal);
    if (gateway == null) {
      new UpFleet(fleet).run(UpOptions.ALL);
    }
    var story =
        gateway == null
            ? story(
                fleet, fleet.gateway(), URI.create("http://127.0.0.1:" + fleet.localStackPort()))
            : story(fleet, gateway, sandbox);
    return story.play().isEmpty() ? 0 : 1;
  }

  private static Story story(FleetContext fleet, URI gateway, @Nullable URI sandbox) {
    return new Story(
        gateway, sandbox, fleet.settings().values(), fleet.terminal(), Clock.systemUTC());
  }
}
