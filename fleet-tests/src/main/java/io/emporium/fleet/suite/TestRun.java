package io.emporium.fleet.suite;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.broker.Broker;
import io.emporium.fleet.broker.BrokerAddress;
import io.emporium.fleet.build.FleetBuild;
import io.emporium.fleet.build.Maven;
import io.emporium.fleet.build.MavenProgress;
import io.emporium.fleet.control.DownFleet;
import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.control.UpFleet;
import io.emporium.fleet.control.UpOptions;
import io.emporium.fleet.logs.ErrorDigest;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `./fleet test`: what continuous integration runs. A private fleet on ports of its own, so that a
/// developer's running one is left alone.
public final class TestRun {
  private static final String AT_ONCE = "-T1C";
  private static final String DRIVER = "fleet-tests";
  private final FleetContext fleet;
  private final Clock clock;
  private final TestPlan plan;

  public TestRun(FleetContext fleet, Clock clock, TestPlan plan) {
    this.fleet = fleet;
    this.clock = clock;
    this.plan = plan;
  }

  /// Returns whether everything passed.
  public boolean run() throws IOException, InterruptedException {
    var began = clock.instant();
    var runner = new StageRunner(fleet);
    new DownFleet(fleet).run(true);
    var hook = new Thread(this::endQuietly, "fleet down");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      runner.run(
          List.of(
              new Stage("broker", this::startBroker),
              plan.modules() ? new Stage("verify", this::verify) : new Stage("build", this::build),
              new Stage("fleet up", this::up),
              new Stage("fleet tests", this::fleetTests)));
    } finally {
      new DownFleet(fleet).run(false);
      Runtime.getRuntime().removeShutdownHook(hook);
    }
    return new Summary(fleet.terminal(), runner.results())
        .print(ReportTotals.read(fleet.paths().root(), began));
  }

  private void endQuietly() {
    try {
      new DownFleet(fleet).end();
    } catch (IOException e) {
      fleet.terminal().line("fleet: could not end the test fleet: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void startBroker() throws IOException, InterruptedException {
    fleet.paths().create();
    var _ = broker().ensure();
  }

  /// Format, static checks, unit and integration tests of every module. All modules are tried, so
  /// that one run names every failure. Several at a time: their tests mostly wait, each in a
  /// virtual host of its own. The driver's own module comes after them: its tests read what all the
  /// others were compiled to.
  private void verify() throws IOException, InterruptedException {
    var began = clock.instant();
    var others = List.of("verify", "--fail-at-end", AT_ONCE, "-pl", "!" + DRIVER);
    maven("verify", others, brokerSettings());
    maven("verify driver", List.of("verify", "-pl", DRIVER), brokerSettings());
    new FleetBuild(fleet.paths(), fleet.terminal(), clock).built(modules(), began);
  }

  private void build() throws IOException, InterruptedException {
    new FleetBuild(fleet.paths(), fleet.terminal(), clock).ensure(modules());
  }

  private void up() throws IOException, InterruptedException {
    new UpFleet(fleet).run(UpOptions.SHORT_LIVED);
  }

  private void fleetTests() throws IOException, InterruptedException {
    var environment = brokerSettings();
    environment.put("FLEET_ROOT", fleet.paths().root().toString());
    try {
      maven("fleet tests", fleetTestArguments(), environment);
    } catch (FleetProblem problem) {
      ErrorDigest.of(fleet.paths().logs()).forEach(fleet.terminal()::line);
      throw problem;
    }
  }

  private List<String> fleetTestArguments() {
    var arguments = new ArrayList<>(List.of("verify", "-Pfleet", "-pl", DRIVER));
    if (!plan.classes().isEmpty()) {
      arguments.add("-Dit.test=" + String.join(",", plan.classes()));
    }
    plan.properties().forEach((name, value) -> arguments.add("-D" + name + "=" + value));
    return arguments;
  }

  private void maven(String name, List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    var log = fleet.paths().log("test-" + name.replace(' ', '-'));
    fleet
        .terminal()
        .step("maven", String.join(" ", arguments) + "; output in " + fleet.paths().show(log));
    var progress = new MavenProgress(fleet.terminal(), "maven", true);
    var code = new Maven(fleet.paths().root()).run(arguments, environment, log, progress);
    fleet.terminal().clear();
    if (code != 0) {
      progress.errors().forEach(line -> fleet.terminal().line(fleet.terminal().bad(line)));
      throw new FleetProblem(name + " failed; the whole output is in " + fleet.paths().show(log));
    }
  }

  private Map<String, String> brokerSettings() throws IOException {
    return new HashMap<>(address().environment());
  }

  private BrokerAddress address() throws IOException {
    return broker().known().orElseThrow(() -> new FleetProblem("no broker was started"));
  }

  private Broker broker() {
    return new Broker(fleet.paths(), fleet.settings(), fleet.terminal());
  }

  private static List<String> modules() {
    var modules = new ArrayList<>(List.of(Roster.LOCAL_STACK));
    Roster.SERVICES.stream().map(Service::name).forEach(modules::add);
    return modules;
  }
}
