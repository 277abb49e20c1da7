package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.client.Api;
import io.emporium.fleet.client.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// One service after another dies or hangs: its own routes say so soon and politely, all others go
/// on, and the gateway's health names it.
class ServiceDownFleetIT {

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  /// A path of each service that is cheap to answer; what it answers matters less than that it
  /// does.
  private static final Map<String, String> ROUTES = routes();

  /// Killed one by one, started again together: a start costs the machine seconds.
  private static final List<List<String>> WAVES =
      List.of(
          List.of("auth-service", "ecommerce-service", "notification-service", "debt-service"),
          List.of("company-service", "sales-service", "websocket-service", "analytics-service"),
          List.of("shop-service", "payment-service", "inventory-service", "audit-service"));

  private static final List<String> HANGING = List.of("sales-service", "ecommerce-service");

  private final TestFleet fleet = new TestFleet();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Api admin = fleet.gateway();

  @BeforeEach
  void signIn() {
    admin = fleet.superAdmin();
    assertThat(ROUTES.keySet()).hasSize(12);
    ROUTES.keySet().forEach(this::awaitAnswer);
  }

  @Test
  void aServiceThatDiedIsMissedOnItsOwnRoutesOnly() throws Exception {
    for (List<String> wave : WAVES) {
      List<String> dead = new ArrayList<>();
      try {
        for (String victim : wave) {
          System.out.println("kill -9 " + victim);
          fleet.kill(victim);
          dead.add(victim);
          assertMissed(dead);
        }
        awaitNamedAsSick(dead);
      } finally {
        fleet.restartAll(dead);
      }
      wave.forEach(this::awaitAnswer);
    }
  }

  @Test
  void aServiceThatHangsIsMissedOnItsOwnRoutesOnly() throws Exception {
    for (String victim : HANGING) {
      System.out.println("kill -STOP " + victim);
      fleet.hang(victim);
      try {
        assertMissed(List.of(victim));
        awaitNamedAsSick(List.of(victim));
      } finally {
        fleet.wake(victim);
      }
      awaitAnswer(victim);
    }
  }

  private void assertMissed(List<String> missing) throws Exception {
    for (Map.Entry<String, String> route : ROUTES.entrySet()) {
      long start = System.nanoTime();
      HttpResponse<String> answer = ask(route.getValue());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      if (missing.contains(route.getKey())) {
        assertRefusedPolitely(route.getKey(), answer);
        assertThat(took).as("503 for " + route.getKey()).isLessThan(SOON);
      } else {
        assertThat(answer.statusCode())
            .as(route.getKey() + " while " + missing + " are missing: " + answer.body())
            .isLessThan(500);
      }
    }
  }

  private static void assertRefusedPolitely(String service, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(service + ": " + answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    assertThat(JsonMapper.shared().readTree(answer.body()).at("/code").asString())
        .isEqualTo("service_unavailable");
  }

  private void awaitNamedAsSick(List<String> missing) {
    Optional<List<String>> sick =
        Waiting.find(
            Duration.ofSeconds(8),
            () -> Optional.of(sick()).filter(named -> named.containsAll(missing)));
    assertThat(sick).as("sick according to the gateway, not " + sick()).isPresent();
  }

  private List<String> sick() {
    List<String> names = new ArrayList<>();
    fleet.gateway().get("/health").json().path("sick").forEach(name -> names.add(name.asString()));
    return names;
  }

  /// Until the service answers and the circuit to it is closed again.
  private void awaitAnswer(String service) {
    Optional<Integer> status =
        Waiting.find(
            RECOVERY,
            () ->
                Optional.of(admin.get(ROUTES.getOrDefault(service, "")).status())
                    .filter(code -> code < 500));
    assertThat(status).as(service + " answers through the gateway").isPresent();
  }

  private HttpResponse<String> ask(String path) throws Exception {
    URI address = admin.base().resolve(path);
    return http.send(
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Map<String, String> routes() {
    Map<String, String> routes = new LinkedHashMap<>();
    routes.put("auth-service", "/api/auth/me");
    routes.put("company-service", "/api/companies/mine");
    routes.put("shop-service", "/api/shops");
    routes.put("ecommerce-service", "/api/products?size=1");
    routes.put("sales-service", "/api/orders?size=1");
    routes.put("payment-service", "/api/payments?size=1");
    routes.put("inventory-service", "/api/inventory/v1/warehouses");
    routes.put("notification-service", "/api/notifications?size=1");
    routes.put("websocket-service", "/api/chat/none");
    routes.put("audit-service", "/api/audit?size=1");
    routes.put("analytics-service", "/api/analytics/dashboard");
    routes.put("debt-service", "/api/debts?size=1");
    return routes;
  }
}
