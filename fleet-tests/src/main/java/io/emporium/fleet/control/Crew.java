package io.emporium.fleet.control;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.broker.BrokerAddress;
import io.emporium.fleet.build.AppHome;
import io.emporium.fleet.health.HealthProbe;
import io.emporium.fleet.logs.FailureCause;
import io.emporium.fleet.process.FleetProcess;
import io.emporium.fleet.process.Launch;
import io.emporium.fleet.report.Durations;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Starts the JVMs of one fleet, each from its unpacked build.
final class Crew {
  private final FleetContext fleet;
  private final BrokerAddress broker;
  private final Map<String, AppHome> homes;
  private final CommandLines lines;
  private final Environments environments;

  Crew(FleetContext fleet, BrokerAddress broker, Map<String, AppHome> homes) {
    this.fleet = fleet;
    this.broker = broker;
    this.homes = homes;
    this.lines = new CommandLines(fleet.settings());
    this.environments = new Environments(fleet);
  }

  static AppHome home(Map<String, AppHome> homes, String name) {
    var home = homes.get(name);
    if (home == null) {
      throw new FleetProblem(name + " is not unpacked");
    }
    return home;
  }

  FleetProcess start(Service service) throws IOException {
    var running = fleet.pids().findAlive(service.name());
    if (running.isPresent()) {
      return running.get();
    }
    var home = home(homes, service.name());
    return launch(home, lines.service(service, home), environments.of(service, broker));
  }

  void startLocalStack(Duration patience) throws IOException, InterruptedException {
    var start = System.nanoTime();
    var running = fleet.pids().findAlive(Roster.LOCAL_STACK);
    var process =
        running.isPresent()
            ? running.get()
            : launch(
                home(homes, Roster.LOCAL_STACK), lines.localStack(), environments.localStack());
    try (var probe = new HealthProbe()) {
      while (!probe.ask(fleet.localStackPort()).well()) {
        fleet.terminal().progress("start     waiting for local-stack ...");
        failIfOver(process, start, patience);
        Thread.sleep(Duration.ofMillis(150));
      }
    }
    fleet
        .terminal()
        .line(
            "  %s  %-21s :%d  %s"
                .formatted(
                    fleet.terminal().good("ok"),
                    Roster.LOCAL_STACK,
                    fleet.localStackPort(),
                    running.isPresent() ? "was running" : Durations.since(start)));
  }

  private void failIfOver(FleetProcess process, long start, Duration patience) throws IOException {
    var log = fleet.paths().log(Roster.LOCAL_STACK);
    if (!process.isAlive()) {
      throw new FleetProblem(
          "local-stack ended: %s\nLog: %s"
              .formatted(FailureCause.of(log), fleet.paths().show(log)));
    }
    if (System.nanoTime() - start > patience.toNanos()) {
      throw new FleetProblem(
          "local-stack is not ready after %d s. Log: %s"
              .formatted(patience.toSeconds(), fleet.paths().show(log)));
    }
  }

  private FleetProcess launch(AppHome home, List<String> command, Map<String, String> environment)
      throws IOException {
    return fleet
        .launcher()
        .start(
            new Launch(
                home.name(),
                command,
                home.folder(),
                environment,
                fleet.paths().log(home.name()),
                home.build()));
  }
}
