package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What an operator's Prometheus reads, on the ports that are for it.
class MetricsFleetIT {

  private final TestFleet fleet = new TestFleet();

  static Stream<String> services() {
    return Roster.SERVICES.stream().map(Service::name);
  }

  @ParameterizedTest
  @MethodSource("services")
  void theManagementPortTellsItsMetricsWithoutSignIn(String service) {
    String metrics = fleet.management(service).get("/prometheus").expect(200).body();

    assertThat(metrics).contains("jvm_memory_used_bytes");
  }

  @ParameterizedTest
  @MethodSource("services")
  void thePortOfTheServiceDoesNot(String service) {
    assertThat(fleet.direct(service).get("/prometheus").status()).isIn(401, 404);
  }
}
