package io.emporium.fleet.control;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.audit.Audit;
import io.emporium.fleet.broker.Broker;
import io.emporium.fleet.broker.BrokerAddress;
import io.emporium.fleet.build.AppHome;
import io.emporium.fleet.build.AppStore;
import io.emporium.fleet.health.HealthProbe;
import io.emporium.fleet.parking.ParkingLot;
import io.emporium.fleet.process.FleetProcess;
import io.emporium.fleet.process.Stopper;
import io.emporium.fleet.report.Terminal;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// A fleet that is up, for those who test it from outside: its addresses, and the power to crash
/// and restart a process.
public final class RunningFleet {
  private final FleetContext fleet;

  public RunningFleet(FleetContext fleet) {
    this.fleet = fleet;
  }

  /// The private fleet that `./fleet test` has started; it tells where through `FLEET_ROOT`.
  public static RunningFleet underTest() throws IOException {
    var root = System.getenv("FLEET_ROOT");
    if (root == null) {
      throw new FleetProblem("FLEET_ROOT is not set: run these tests with ./fleet test");
    }
    return new RunningFleet(
        FleetContext.forTests(Path.of(root), new Terminal(System.out, false, false)));
  }

  public URI gateway() {
    return fleet.gateway();
  }

  public URI localStack() {
    return URI.create("http://127.0.0.1:" + fleet.localStackPort());
  }

  public URI url(String service) {
    return fleet.url(service(service));
  }

  /// The port that is for operators.
  public URI management(String service) {
    return URI.create("http://127.0.0.1:" + service(service).managementPort());
  }

  public BrokerAddress broker() throws IOException {
    return brokerOfFleet()
        .known()
        .orElseThrow(() -> new FleetProblem("this fleet was not started yet (./fleet up)"));
  }

  /// Where its services put what they cannot handle.
  public ParkingLot parking() throws IOException {
    return new ParkingLot(broker(), Roster.SERVICES.stream().map(Service::name).toList());
  }

  /// Everything that an audit of this fleet looks at.
  public Audit.Sources auditSources() throws IOException {
    return new Audit.Sources(gateway(), localStack(), parking());
  }

  /// `kill -9`: no shutdown hook runs. The service or `rabbitmq`.
  public void crash(String name) throws IOException, InterruptedException {
    var process = process(name);
    new Stopper(fleet.pids(), Duration.ZERO).kill(process);
  }

  /// `kill -STOP`: the process stands still, and the kernel goes on taking connections for it.
  public void hang(String name) throws IOException, InterruptedException {
    signal("-STOP", process(name));
  }

  /// Lets what hangs run on.
  public void wake(String name) throws IOException, InterruptedException {
    signal("-CONT", process(name));
  }

  private static void signal(String signal, FleetProcess process)
      throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).inheritIO().start();
    if (kill.waitFor() != 0) {
      throw new FleetProblem("kill " + signal + " did not reach " + process.name());
    }
  }

  /// Starts what was crashed; returns at once, see `awaitHealthy`.
  public void restart(String name) throws IOException, InterruptedException {
    if (Roster.RABBITMQ.equals(name)) {
      brokerOfFleet().restartOwn();
      return;
    }
    var service = service(name);
    var homes = Map.<String, AppHome>of(name, new AppStore(fleet.paths()).unpack(name));
    var _ = new Crew(fleet, broker(), homes).start(service);
  }

  public void awaitHealthy(String name, Duration patience)
      throws IOException, InterruptedException {
    var deadline = System.nanoTime() + patience.toNanos();
    try (var probe = new HealthProbe()) {
      while (!probe.ask(service(name).port()).well()) {
        if (System.nanoTime() > deadline) {
          throw new FleetProblem(
              name + " is not healthy after " + patience.toSeconds() + " s; log: " + log(name));
        }
        Thread.sleep(Duration.ofMillis(100));
      }
    }
  }

  public Path log(String name) {
    return fleet.paths().log(name);
  }

  private FleetProcess process(String name) throws IOException {
    return fleet
        .pids()
        .findAlive(name)
        .orElseThrow(() -> new FleetProblem(name + " is not running"));
  }

  private Broker brokerOfFleet() {
    return new Broker(fleet.paths(), fleet.settings(), fleet.terminal());
  }

  private Service service(String name) {
    return Roster.select(Set.of(name), fleet.shift()).getFirst();
  }
}
