package io.emporium.fleet.control;

import io.emporium.fleet.broker.Broker;
import io.emporium.fleet.health.Health;
import io.emporium.fleet.health.HealthProbe;
import io.emporium.fleet.process.FleetProcess;
import io.emporium.fleet.process.ProcFs;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How every process of the fleet is at this moment.
public final class FleetStatus {
  private final FleetContext fleet;
  private final Clock clock;

  public FleetStatus(FleetContext fleet, Clock clock) {
    this.fleet = fleet;
    this.clock = clock;
  }

  /// The rows for the named services, or for all, with what they stand on first.
  public List<StatusRow> read(Set<String> only) throws IOException, InterruptedException {
    var rows = new ArrayList<StatusRow>();
    rows.add(broker());
    try (var probe = new HealthProbe()) {
      rows.add(row(Roster.LOCAL_STACK, fleet.localStackPort(), probe.ask(fleet.localStackPort())));
      for (Service service : Roster.select(only, fleet.shift())) {
        rows.add(row(service.name(), service.port(), probe.ask(service.port())));
      }
    }
    return rows;
  }

  private StatusRow broker() throws IOException {
    var broker = new Broker(fleet.paths(), fleet.settings(), fleet.terminal());
    var address = broker.known();
    if (address.isEmpty()) {
      return StatusRow.down(Roster.RABBITMQ, fleet.settings().port("RABBITMQ_PORT"));
    }
    var health = broker.answers(address.get()) ? Health.WELL : Health.DOWN;
    var row = row(Roster.RABBITMQ, address.get().port(), health);
    return address.get().own() ? row : row.foreign();
  }

  /// A healthy port without a process of ours is somebody else's service: that must be seen.
  private StatusRow row(String name, int port, Health health) throws IOException {
    var process = fleet.pids().findAlive(name);
    if (process.isEmpty()) {
      return health.well()
          ? new StatusRow(name, port, Health.ill("not ours"), 0, 0, Duration.ZERO)
          : StatusRow.down(name, port);
    }
    return new StatusRow(
        name, port, health, process.get().pid(), memory(process.get()), uptime(process.get()));
  }

  private static long memory(FleetProcess process) {
    return ProcFs.residentMiB(process.pid()).orElse(0L);
  }

  private Duration uptime(FleetProcess process) {
    return Duration.between(process.startedAt(), clock.instant());
  }
}
