package io.emporium.gateway;

import static io.emporium.gateway.Door.assertProblem;
import static io.emporium.gateway.Door.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class RoutingIT {

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void stand() {
    door = Door.of(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/auth/me",
        "/api/users",
        "/api/companies/1",
        "/api/shops",
        "/api/products?search=x",
        "/api/categories",
        "/api/cart",
        "/api/wishlist",
        "/api/reviews",
        "/api/recommendations",
        "/api/customers/me",
        "/api/promotions",
        "/api/orders/7/timeline",
        "/api/returns",
        "/api/invoices/1",
        "/api/pos/sales",
        "/api/payments/process",
        "/api/inventory/v1/products",
        "/api/notifications",
        "/api/analytics/dashboard"
      })
  void passesEachPathToItsService(String path) throws Exception {
    var answer = door.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).at("/path").asString()).isEqualTo(path.replaceAll("\\?.*", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api", "/api/unknown", "/api/ordersx", "/api/inventory", "/docs/x"})
  void answersUnknownPathsWithAProblem(String path) throws Exception {
    assertProblem(door.get(path), 404, "not_found");
  }

  @Test
  void passesBodiesAndEncodedPaths() throws Exception {
    assertThat(json(door.post("/api/orders", "{\"a\":1}")).at("/bytes").asInt()).isEqualTo(7);
    assertThat(json(door.get("/api/products/a%20b")).at("/path").asString())
        .isEqualTo("/api/products/a b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/auth/login;x=1",
        "/api//orders",
        "/api/products/../orders",
        "/api/products/%2e%2e/orders",
        "/api/products%2forders",
        "/api/products/%5cx",
        "/api/products/%00",
        "/api/products/%25"
      })
  void refusesPathsThatServersReadInDifferentWays(String path) throws Exception {
    String answer = door.raw("GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"bad_path\"");
  }

  @Test
  void refusesMethodsThatNoPathTakes() throws Exception {
    var trace = door.send("TRACE", "/api/orders", BodyPublishers.noBody());
    assertProblem(trace, 405, "method_not_allowed");
    assertThat(trace.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");

    var health = door.post("/health", "{}");
    assertProblem(health, 405, "method_not_allowed");
    assertThat(health.headers().firstValue("Allow").orElseThrow()).contains("GET");
  }
}
