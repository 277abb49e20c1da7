package io.emporium.fleet.broker;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.logs.FailureCause;
import io.emporium.fleet.process.FleetProcess;
import io.emporium.fleet.process.Launcher;
import io.emporium.fleet.process.PidFiles;
import io.emporium.fleet.process.PortOwner;
import io.emporium.fleet.process.Ports;
import io.emporium.fleet.process.Stopper;
import io.emporium.fleet.report.Terminal;
import io.emporium.fleet.roster.FleetPaths;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Sees to it that a RabbitMQ with the configured credentials answers: a running one, else a node
/// of the fleet's own.
public final class Broker {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private final FleetPaths paths;
  private final Settings settings;
  private final Terminal terminal;
  private final PidFiles pids;

  public Broker(FleetPaths paths, Settings settings, Terminal terminal) {
    this.paths = paths;
    this.settings = settings;
    this.terminal = terminal;
    this.pids = new PidFiles(paths.run());
  }

  /// The address that the last `ensure` settled on.
  public Optional<BrokerAddress> known() throws IOException {
    var file = file();
    return Files.exists(file)
        ? Optional.of(JSON.readValue(Files.readString(file), BrokerAddress.class))
        : Optional.empty();
  }

  public boolean answers(BrokerAddress address) {
    return BrokerProbe.ask(address) instanceof BrokerAnswer.Accepted;
  }

  public BrokerAddress ensure() throws IOException, InterruptedException {
    var address = launch();
    await(address);
    return address;
  }

  /// Finds a broker or starts one, without waiting: a node needs some seconds that the caller can
  /// use.
  public BrokerAddress launch() throws IOException, InterruptedException {
    var running = known().filter(BrokerAddress::own);
    if (running.isPresent() && pids.findAlive(Roster.RABBITMQ).isPresent()) {
      return running.get();
    }
    var address = choose(BrokerAddress.configured(settings));
    Files.createDirectories(paths.run());
    Files.writeString(file(), JSON.writeValueAsString(address));
    if (address.own()) {
      startOwn(address);
    }
    return address;
  }

  /// Starts the own node again where it was, after a crash.
  public void restartOwn() throws IOException, InterruptedException {
    var address = known().filter(BrokerAddress::own);
    if (address.isEmpty()) {
      throw new FleetProblem("this fleet does not run its own RabbitMQ");
    }
    startOwn(address.get());
    await(address.get());
  }

  private void startOwn(BrokerAddress address) throws IOException, InterruptedException {
    var script = new RabbitPackage(terminal, paths.log("rabbitmq-install")).findOrInstall();
    var mapper = pids.findAlive(OwnNode.EPMD);
    if (mapper.isPresent()) {
      var _ = new Stopper(pids, Duration.ofSeconds(2)).stop(List.of(mapper.get()));
    }
    new OwnNode(paths, new Launcher(pids, Clock.systemUTC())).start(script, address);
  }

  private BrokerAddress choose(BrokerAddress configured) {
    return switch (BrokerProbe.ask(configured)) {
      case BrokerAnswer.Accepted(var version) -> {
        terminal.step("broker", "RabbitMQ " + version + " on " + show(configured) + " is running");
        yield configured;
      }
      case BrokerAnswer.Refused(var reason) ->
          beside(configured, "a RabbitMQ that is not ours", reason);
      case BrokerAnswer.NoBroker(var reason) -> beside(configured, "something else", reason);
    };
  }

  private BrokerAddress beside(BrokerAddress configured, String what, String reason) {
    if (!configured.isLoopback()) {
      throw new FleetProblem(
          "RabbitMQ on %s cannot be used: %s. Mend the RABBITMQ_ settings in .env."
              .formatted(show(configured), reason));
    }
    var port = Ports.freeFrom(configured.port());
    if (port != configured.port()) {
      var owner = Ports.owner(configured.port()).map(PortOwner::describe).orElse("");
      terminal.step(
          "broker",
          "%s: %s (%s); the fleet's own node takes port %d".formatted(owner, what, reason, port));
    }
    return configured.ownNode(
        port, Ports.freeFrom(configured.port() + 10_000), Ports.freeFrom(61613));
  }

  public void await(BrokerAddress address) throws IOException, InterruptedException {
    var start = System.nanoTime();
    while (!answers(address)) {
      terminal.progress("broker    waiting for RabbitMQ on " + show(address) + " ...");
      failIfOver(address, start);
      Thread.sleep(Duration.ofMillis(250));
    }
    if (address.own()) {
      terminal.step(
          "broker",
          "own RabbitMQ node on %s, management on http://127.0.0.1:%d"
              .formatted(show(address), address.managementPort()));
    }
  }

  private void failIfOver(BrokerAddress address, long start) throws IOException {
    var log = paths.log(Roster.RABBITMQ);
    if (address.own() && pids.find(Roster.RABBITMQ).filter(FleetProcess::isAlive).isEmpty()) {
      throw new FleetProblem(
          "RabbitMQ ended while it started: " + FailureCause.of(log) + "\nLog: " + show(log));
    }
    if (System.nanoTime() - start > PATIENCE.toNanos()) {
      throw new FleetProblem(
          "RabbitMQ on %s did not accept user '%s' within %d s. Log: %s"
              .formatted(show(address), address.username(), PATIENCE.toSeconds(), show(log)));
    }
  }

  private String show(Path log) {
    return paths.show(log);
  }

  private static String show(BrokerAddress address) {
    return address.host() + ":" + address.port();
  }

  private Path file() {
    return paths.run().resolve("broker-address.json");
  }
}
