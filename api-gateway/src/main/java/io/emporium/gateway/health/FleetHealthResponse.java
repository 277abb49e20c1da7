package io.emporium.gateway.health;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// @param services status of each by name
/// @param sick names of those that are not up
record FleetHealthResponse(String status, Map<String, String> services, List<String> sick) {

  static FleetHealthResponse of(Map<String, String> services) {
    List<String> sick =
        services.entrySet().stream()
            .filter(service -> !service.getValue().equals("UP"))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return new FleetHealthResponse(sick.isEmpty() ? "UP" : "DOWN", new TreeMap<>(services), sick);
  }
}
