package io.emporium.fleet.cli;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.util.List;

/// What a person types for a service.
final class ServiceNames {
  private ServiceNames() {}

  /// `sales` is short for `sales-service`.
  static String require(String typed) {
    return Roster.SERVICES.stream()
        .map(Service::name)
        .filter(name -> List.of(typed, typed + "-service").contains(name))
        .findFirst()
        .orElseThrow(
            () ->
                new FleetProblem(
                    "no service is called '" + typed + "'; there are: " + Roster.names()));
  }
}
