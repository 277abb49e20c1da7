package io.emporium.fleet.it;

import io.emporium.fleet.bench.BenchShop;
import io.emporium.fleet.broker.BrokerAddress;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.control.RunningFleet;
import io.emporium.fleet.report.Terminal;
import io.emporium.fleet.roster.Roster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/// The fleet that `./fleet test` has brought up, as clients and as an operator with `kill -9` see
/// it.
final class TestFleet {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final FleetContext context;
  private final RunningFleet running;

  TestFleet() {
    try {
      Path root = Path.of(Objects.requireNonNull(System.getenv("FLEET_ROOT"), "FLEET_ROOT"));
      context = FleetContext.forTests(root, new Terminal(System.out, false, false));
      running = RunningFleet.underTest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FleetContext context() {
    return context;
  }

  Api gateway() {
    return new Api(running.gateway());
  }

  URI localStack() {
    return running.localStack();
  }

  Api direct(String service) {
    return new Api(running.url(service));
  }

  Api management(String service) {
    return new Api(running.management(service));
  }

  BenchShop openShop(String run) {
    return BenchShop.open(
        gateway(),
        run,
        context.settings().get("SUPER_ADMIN_EMAIL"),
        context.settings().get("SUPER_ADMIN_PASSWORD"));
  }

  void kill(String name) throws IOException, InterruptedException {
    running.crash(name);
  }

  /// Starts what was killed and waits until it is healthy.
  void restart(String name) throws IOException, InterruptedException {
    running.restart(name);
    if (!name.equals(Roster.RABBITMQ)) {
      running.awaitHealthy(name, PATIENCE);
    }
  }

  /// Starts all that were killed at once, which takes little longer than one.
  void restartAll(Collection<String> services) throws IOException, InterruptedException {
    for (String service : services) {
      running.restart(service);
    }
    for (String service : services) {
      running.awaitHealthy(service, PATIENCE);
    }
  }

  void hang(String service) throws IOException, InterruptedException {
    running.hang(service);
  }

  void wake(String service) throws IOException, InterruptedException {
    running.wake(service);
    running.awaitHealthy(service, PATIENCE);
  }

  /// With a token of the first super admin.
  Api superAdmin() {
    Map<String, String> account =
        Map.of(
            "email", context.settings().get("SUPER_ADMIN_EMAIL"),
            "password", context.settings().get("SUPER_ADMIN_PASSWORD"));
    return gateway()
        .as(gateway().post("/api/auth/login", account).expect(200).text("/accessToken"));
  }

  BrokerAddress broker() throws IOException {
    return running.broker();
  }

  String log(String service) throws IOException {
    return Files.readString(running.log(service));
  }
}
