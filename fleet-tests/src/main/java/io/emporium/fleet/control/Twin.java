package io.emporium.fleet.control;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.broker.Broker;
import io.emporium.fleet.build.AppStore;
import io.emporium.fleet.health.HealthProbe;
import io.emporium.fleet.process.FleetProcess;
import io.emporium.fleet.process.Launch;
import io.emporium.fleet.process.Stopper;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A second process of one service beside the fleet's own: same database and broker, ports and some
/// settings of its own. For a test that needs what the fleet's settings forbid, such as a token
/// that has expired.
public final class Twin implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private final FleetContext fleet;
  private final FleetProcess process;
  private final int port;

  private Twin(FleetContext fleet, FleetProcess process, int port) {
    this.fleet = fleet;
    this.process = process;
    this.port = port;
  }

  /// Returns when it is healthy.
  ///
  /// @param settings environment variables, over those of the fleet
  public static Twin start(
      FleetContext fleet, String name, Map<String, String> settings, Duration patience)
      throws IOException, InterruptedException {
    var original = Roster.select(Set.of(name), fleet.shift()).getFirst();
    var service = new Service(name, freePort(), freePort(), original.jvm(), original.background());
    var broker =
        new Broker(fleet.paths(), fleet.settings(), fleet.terminal())
            .known()
            .orElseThrow(() -> new FleetProblem("this fleet was not started yet (./fleet up)"));
    var home = new AppStore(fleet.paths()).unpack(name);
    var environment = new HashMap<>(new Environments(fleet).of(service, broker));
    environment.putAll(settings);
    var twin = name + "-twin";
    var process =
        fleet
            .launcher()
            .start(
                new Launch(
                    twin,
                    new CommandLines(fleet.settings()).service(service, home),
                    home.folder(),
                    environment,
                    fleet.paths().log(twin),
                    home.build()));
    var started = new Twin(fleet, process, service.port());
    started.awaitHealthy(patience);
    return started;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private void awaitHealthy(Duration patience) throws IOException, InterruptedException {
    var deadline = System.nanoTime() + patience.toNanos();
    try (var probe = new HealthProbe()) {
      while (!probe.ask(port).well()) {
        if (System.nanoTime() > deadline || !process.isAlive()) {
          close();
          throw new FleetProblem(
              process.name() + " does not start; log: " + fleet.paths().log(process.name()));
        }
        Thread.sleep(Duration.ofMillis(100));
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      var _ = new Stopper(fleet.pids(), GRACE).stop(List.of(process));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
