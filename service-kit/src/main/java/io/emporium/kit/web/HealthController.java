package io.emporium.kit.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Health on the service's own port, where load balancers and people look; everything else that
/// actuator shows stays on the management port.
@RestController
@Hidden
final class HealthController {

  private final HealthEndpoint endpoint;

  HealthController(HealthEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @GetMapping("/health")
  ResponseEntity<HealthResponse> health() {
    return answer(endpoint.health());
  }

  /// `/health/liveness` and `/health/readiness`.
  @GetMapping("/health/{group}")
  ResponseEntity<HealthResponse> group(@PathVariable String group) {
    boolean known = Arrays.asList("liveness", "readiness").contains(group);
    HealthDescriptor found = known ? endpoint.healthForPath(group) : null;
    return found == null ? ResponseEntity.notFound().build() : answer(found);
  }

  private static ResponseEntity<HealthResponse> answer(HealthDescriptor health) {
    boolean up = health.getStatus().equals(Status.UP);
    return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(HealthResponse.from(health));
  }
}
