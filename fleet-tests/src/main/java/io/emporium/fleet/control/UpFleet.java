package io.emporium.fleet.control;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.broker.Broker;
import io.emporium.fleet.broker.BrokerAddress;
import io.emporium.fleet.build.AotCaches;
import io.emporium.fleet.build.AppHome;
import io.emporium.fleet.build.AppStore;
import io.emporium.fleet.build.FleetBuild;
import io.emporium.fleet.build.Trainee;
import io.emporium.fleet.process.FleetProcess;
import io.emporium.fleet.report.Durations;
import io.emporium.fleet.report.Terminal;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// `./fleet up`: from sources to a healthy fleet. Does only what is missing.
public final class UpFleet {
  private final FleetContext fleet;
  private final Terminal terminal;
  private final AppStore apps;

  public UpFleet(FleetContext fleet) {
    this.fleet = fleet;
    this.terminal = fleet.terminal();
    this.apps = new AppStore(fleet.paths());
  }

  public void run(UpOptions options) throws IOException, InterruptedException {
    var start = System.nanoTime();
    fleet.paths().create();
    try (var _ = FleetLock.take(fleet.paths())) {
      var services = Roster.select(options.only(), fleet.shift());
      new TakenPorts(fleet).refuse(services);
      if (options.build()) {
        build(services);
      }
      var broker = new Broker(fleet.paths(), fleet.settings(), terminal);
      var address = broker.launch();
      var homes = unpack(services);
      var crew = new Crew(fleet, address, homes);
      if (options.train()) {
        train(services, homes, address);
      }
      crew.startLocalStack(options.patience());
      broker.await(address);
      start(services, crew, options);
      warnAboutOlderBuilds(homes);
    }
    terminal.step("up", "in " + Durations.since(start));
  }

  private void build(List<Service> services) throws IOException, InterruptedException {
    var modules = new ArrayList<String>();
    modules.add(Roster.LOCAL_STACK);
    services.forEach(service -> modules.add(service.name()));
    new FleetBuild(fleet.paths(), terminal, Clock.systemUTC()).ensure(modules);
  }

  private Map<String, AppHome> unpack(List<Service> services)
      throws IOException, InterruptedException {
    var homes = new LinkedHashMap<String, AppHome>();
    homes.put(Roster.LOCAL_STACK, apps.unpack(Roster.LOCAL_STACK));
    for (var service : services) {
      terminal.progress("archives  unpacking " + service.name() + " ...");
      homes.put(service.name(), apps.unpack(service.name()));
    }
    terminal.clear();
    return homes;
  }

  private void train(List<Service> services, Map<String, AppHome> homes, BrokerAddress broker)
      throws InterruptedException {
    var lines = new CommandLines(fleet.settings());
    var environments = new Environments(fleet);
    var trainees =
        services.stream()
            .map(
                service ->
                    new Trainee(
                        Crew.home(homes, service.name()),
                        lines.jvmFlags(service),
                        environments.of(service, broker)))
            .toList();
    new AotCaches(fleet.paths(), terminal).train(trainees);
  }

  private void start(List<Service> services, Crew crew, UpOptions options)
      throws IOException, InterruptedException {
    var failures = new StartWaves(fleet, options.patience()).run(services, crew::start);
    if (!failures.isEmpty()) {
      throw new FleetProblem(
          failures.size()
              + " of "
              + services.size()
              + " did not start: "
              + failures.stream().map(StartFailure::name).collect(Collectors.joining(", ")),
          failures.stream().map(failure -> fleet.paths().log(failure.name())).toList());
    }
  }

  private void warnAboutOlderBuilds(Map<String, AppHome> homes) throws IOException {
    var older = new ArrayList<String>();
    for (var home : homes.values()) {
      var running = fleet.pids().findAlive(home.name()).map(FleetProcess::build);
      running.filter(build -> !build.equals(home.build())).ifPresent(_ -> older.add(home.name()));
      if (running.isPresent() && running.get().equals(home.build())) {
        apps.prune(home.name(), Set.of(home.build()));
      }
    }
    if (!older.isEmpty()) {
      terminal.line(
          terminal.warn("note      an older build still runs: ")
              + String.join(", ", older)
              + " (./fleet down, then up, takes the new one)");
    }
  }
}
