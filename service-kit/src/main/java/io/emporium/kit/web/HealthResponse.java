package io.emporium.kit.web;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;

/// Which part is sick, and no more: addresses, versions and errors are for the management port.
///
/// @param components status by part: `mongo`, `rabbit`
record HealthResponse(String status, Map<String, String> components) {

  static HealthResponse from(HealthDescriptor health) {
    Map<String, String> parts = new TreeMap<>();
    if (health instanceof CompositeHealthDescriptor composite
        && composite.getComponents() != null) {
      composite
          .getComponents()
          .forEach((name, part) -> parts.put(name, part.getStatus().getCode()));
    }
    return new HealthResponse(health.getStatus().getCode(), parts);
  }
}
