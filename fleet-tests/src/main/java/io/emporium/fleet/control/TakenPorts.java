package io.emporium.fleet.control;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.process.Ports;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    // One process may hold several.
    var ports = new LinkedHashMap<String, List<String>>();
    for (var port : wanted) {
      Ports.owner(port)
          .ifPresent(
              owner ->
                  ports
                      .computeIfAbsent(owner.holder(), _ -> new ArrayList<>())
                      .add(Integer.toString(port)));
    }
    if (!ports.isEmpty()) {
      var lines = new ArrayList<String>();
      ports.forEach((holder, held) -> lines.add("  " + String.join(", ", held) + ": " + holder));
      throw new FleetProblem(
          "cannot start, ports are taken:\n"
              + String.join("\n", lines)
              + "\nThis fleet did not start what holds them, and does not end it. Another clone's"
              + " fleet ends with its own ./fleet down.");
    }
  }

  private boolean runs(String name) throws IOException {
    return fleet.pids().findAlive(name).isPresent();
  }
}
