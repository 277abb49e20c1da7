package io.emporium.fleet.control;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.process.PortOwner;
import io.emporium.fleet.process.Ports;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Refuses to start when a port that is about to be used belongs to somebody else.
final class TakenPorts {
  private final FleetContext fleet;

  TakenPorts(FleetContext fleet) {
    this.fleet = fleet;
  }

  void refuse(List<Service> services) throws IOException {
    var wanted = new ArrayList<Integer>();
    if (!runs(Roster.LOCAL_STACK)) {
      wanted.addAll(List.of(fleet.mongoPort(), fleet.smtpPort(), fleet.localStackPort()));
    }
    for (var service : services) {
      if (!runs(service.name())) {
        wanted.add(service.port());
        wanted.add(service.managementPort());
      }
    }
    var owners = wanted.stream().flatMap(port -> Ports.owner(port).stream()).toList();
    if (!owners.isEmpty()) {
      throw new FleetProblem(
          "cannot start, ports are taken:\n  "
              + String.join("\n  ", owners.stream().map(PortOwner::describe).toList())
              + "\nEnd that process, then run this again."
              + " (Not started by this fleet, so not ended by it.)");
    }
  }

  private boolean runs(String name) throws IOException {
    return fleet.pids().findAlive(name).isPresent();
  }
}
