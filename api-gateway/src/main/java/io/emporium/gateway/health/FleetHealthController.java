package io.emporium.gateway.health;

import io.emporium.gateway.routing.Destination;
import io.emporium.gateway.routing.RoutingProperties;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Asks all services how they are. Whether the gateway itself lives is `/health/liveness`.
@RestController
class FleetHealthController {

  private static final Duration PATIENCE = Duration.ofMillis(1_200);
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final WebClient http = WebClient.create();
  private final RoutingProperties services;
  private final Mono<FleetHealthResponse> fleet;

  FleetHealthController(RoutingProperties services) {
    this.services = services;
    // However many ask, the services are asked once a second at most.
    this.fleet = Mono.defer(this::ask).cache(FRESH);
  }

  @GetMapping("/health")
  Mono<ResponseEntity<FleetHealthResponse>> health() {
    return fleet.map(
        health ->
            ResponseEntity.status(
                    health.sick().isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(health));
  }

  @GetMapping({"/health/liveness", "/health/readiness"})
  Map<String, String> self() {
    return Map.of("status", "UP");
  }

  private Mono<FleetHealthResponse> ask() {
    List<Destination> all = Arrays.asList(Destination.values());
    return Flux.fromIterable(all)
        .flatMap(this::statusOf, all.size())
        .collect(TreeMap<String, String>::new, (found, one) -> found.put(one.name(), one.status()))
        .map(FleetHealthResponse::of);
  }

  private Mono<ServiceStatus> statusOf(Destination service) {
    return http.get()
        .uri(services.service(service).url().resolve("/health"))
        .exchangeToMono(
            answer -> answer.releaseBody().thenReturn(answer.statusCode().is2xxSuccessful()))
        .timeout(PATIENCE)
        .onErrorReturn(false)
        .map(up -> new ServiceStatus(service.serviceName(), up ? "UP" : "DOWN"));
  }

  private record ServiceStatus(String name, String status) {}
}
