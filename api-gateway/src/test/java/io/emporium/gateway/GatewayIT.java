package io.emporium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.gateway.routing.Destination;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Scanner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class GatewayIT {

  private static final FakeFleet FLEET = new FakeFleet();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private JsonMapper mapper;

  @DynamicPropertySource
  static void everyServiceIsTheFake(DynamicPropertyRegistry settings) throws IOException {
    for (Destination service : Destination.values()) {
      String name = service.name().toLowerCase(Locale.ROOT);
      settings.add("emporium.gateway.routing.services." + name + ".url", FLEET::url);
    }
    int nobody = aFreePort();
    settings.add("emporium.gateway.routing.services.debt.url", () -> "http://127.0.0.1:" + nobody);
    settings.add("emporium.gateway.routing.services.ecommerce.timeout", () -> "300ms");
    settings.add("emporium.token.jwks-uri", () -> FLEET.url() + "/api/auth/jwks");
    settings.add("emporium.gateway.limits.sign-in.requests", () -> "20");
    settings.add("emporium.gateway.edge.allowed-origins", () -> "https://shop.example");
    settings.add("emporium.gateway.edge.trusted-proxies", () -> "10.0.0.0/8");
    settings.add("management.server.port", () -> "0");
    settings.add("logging.structured.format.console", () -> "");
  }

  @Nested
  class Routing {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/api/auth/me",
          "/api/users",
          "/api/companies/1",
          "/api/shops",
          "/api/products?search=x",
          "/api/cart",
          "/api/orders/7/timeline",
          "/api/payments/process",
          "/api/audit",
          "/api/inventory/v1/products",
          "/api/notifications",
          "/api/analytics/dashboard"
        })
    void passesEachPathToItsService(String path) throws Exception {
      var answer = get(path);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(json(answer).at("/path").asString()).isEqualTo(path.replaceAll("\\?.*", ""));
    }

    @Test
    void answersUnknownPathsWithAProblem() throws Exception {
      assertProblem(get("/api/unknown"), 404, "not_found");
      assertProblem(get("/"), 404, "not_found");
    }

    @Test
    void passesBodies() throws Exception {
      var answer = post("/api/orders", BodyPublishers.ofString("{\"a\":1}"));
      assertThat(json(answer).at("/bytes").asInt()).isEqualTo(7);
    }
  }

  @Nested
  class Headers {

    @Test
    void replacesWhatClientsSayAboutIdentityAndOrigin() throws Exception {
      send(
          request("/api/cart")
              .header("X-User-Id", "root")
              .header("X-Tenant-Id", "evil")
              .header("X-Forwarded-For", "203.0.113.9")
              .header("X-Forwarded-Prefix", "/x")
              .header("Forwarded", "for=203.0.113.9")
              .header("X-Correlation-Id", "mine-1"));

      assertThat(FLEET.lastHeaders).doesNotContainKeys("X-user-id", "X-tenant-id", "Forwarded");
      assertThat(FLEET.lastHeaders).doesNotContainKey("X-forwarded-prefix");
      assertThat(FLEET.lastHeaders.get("X-Forwarded-For")).containsExactly("127.0.0.1");
      assertThat(FLEET.lastHeaders.get("X-Forwarded-Proto")).containsExactly("http");
      assertThat(FLEET.lastHeaders.get("X-Correlation-Id")).containsExactly("mine-1");
    }

    @Test
    void makesACorrelationIdWhereNoneIsGood() throws Exception {
      var answer = send(request("/api/cart").header("X-Correlation-Id", "not good!"));

      String made = answer.headers().firstValue("X-Correlation-Id").orElseThrow();
      assertThat(made).hasSize(36);
      assertThat(FLEET.lastHeaders.getFirst("X-Correlation-Id")).isEqualTo(made);
    }

    @Test
    void areOnEveryAnswerOnce() throws Exception {
      for (String path : new String[] {"/api/cart", "/api/unknown", "/health"}) {
        var headers = get(path).headers();
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("X-Correlation-Id")).hasSize(1);
      }
    }

    @Test
    void letConfiguredOriginsIn() throws Exception {
      var allowed = send(request("/api/cart").header("Origin", "https://shop.example"));
      assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("https://shop.example");
      var other = send(request("/api/cart").header("Origin", "https://evil.example"));
      assertThat(other.statusCode()).isEqualTo(403);
    }
  }

  @Nested
  class Tokens {

    @Test
    void goOnWhenTheyAreGood() throws Exception {
      String token = FakeFleet.aToken();
      for (int i = 0; i < 3; i++) {
        assertThat(get("/api/cart", token).statusCode()).isEqualTo(200);
      }
      assertThat(FLEET.lastHeaders.getFirst("Authorization")).isEqualTo("Bearer " + token);
    }

    @ParameterizedTest
    @MethodSource("io.emporium.gateway.GatewayIT#badTokens")
    void areRefusedWhenTheyAreBad(String token) throws Exception {
      assertProblem(get("/api/cart", token), 401, "unauthenticated");
      assertThat(get("/api/payments/webhooks/stripe", token).statusCode()).isEqualTo(200);
    }

    @Test
    void mayBeMissing() throws Exception {
      assertThat(get("/api/cart").statusCode()).isEqualTo(200);
    }
  }

  @Nested
  class Limits {

    @Test
    void areToldAndKept() throws Exception {
      var first = post("/api/auth/login", BodyPublishers.ofString("{}"));
      assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"sign-in\";q=20;w=60");
      HttpResponse<String> last = first;
      for (int i = 0; i < 30 && last.statusCode() == 200; i++) {
        last = post("/api/auth/login", BodyPublishers.ofString("{}"));
      }

      assertProblem(last, 429, "too_many_requests");
      assertThat(last.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
      assertThat(get("/api/cart").statusCode()).isEqualTo(200);
    }

    @Test
    void ofSizeHoldForAnnouncedBodies() throws Exception {
      var answer = post("/api/orders", BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1]));
      assertProblem(answer, 413, "body_too_large");
    }

    @Test
    void ofSizeHoldForStreamedBodies() throws Exception {
      var body = new ByteArrayInputStream(new byte[2 * 1024 * 1024]);
      var answer = post("/api/orders", BodyPublishers.ofInputStream(() -> body));
      assertProblem(answer, 413, "body_too_large");
      var small = new ByteArrayInputStream(new byte[512 * 1024]);
      var passed = post("/api/orders", BodyPublishers.ofInputStream(() -> small));
      assertThat(json(passed).at("/bytes").asInt()).isEqualTo(512 * 1024);
    }
  }

  @Nested
  class Failures {

    @Test
    void ofAServiceThatIsNotThereOpenTheCircuit() throws Exception {
      HttpResponse<String> answer = get("/api/debts");
      assertProblem(answer, 503, "service_unavailable");
      for (int i = 0; i < 10; i++) {
        answer = post("/api/debts", BodyPublishers.noBody());
      }

      assertProblem(answer, 503, "service_unavailable");
      assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void ofASlowServiceAreTimeouts() throws Exception {
      assertProblem(get("/api/products/slow"), 504, "upstream_timeout");
    }

    @Test
    void areRetriedForReadingOnly() throws Exception {
      assertThat(get("/api/orders/flaky").statusCode()).isEqualTo(200);
      assertThat(FLEET.timesAsked("/api/orders/flaky")).isEqualTo(3);

      var broken = post("/api/orders/broken", BodyPublishers.ofString("{}"));
      assertProblem(broken, 502, "bad_gateway");
      assertThat(FLEET.timesAsked("/api/orders/broken")).isEqualTo(1);
    }

    @Test
    void thatAServiceAnswersItselfArePassedOn() throws Exception {
      for (int i = 0; i < 30; i++) {
        var answer = get("/api/shops/refused");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).at("/code").asString()).isEqualTo("own_answer");
      }
    }
  }

  @Nested
  class Health {

    @Test
    void namesTheSick() throws Exception {
      var answer = get("/health");

      assertThat(answer.statusCode()).isEqualTo(503);
      JsonNode health = json(answer);
      assertThat(health.at("/status").asString()).isEqualTo("DOWN");
      assertThat(health.at("/services").size()).isEqualTo(12);
      assertThat(health.at("/sick").toString()).isEqualTo("[\"debt-service\"]");
      assertThat(health.at("/services/sales-service").asString()).isEqualTo("UP");
      assertThat(get("/health/liveness").statusCode()).isEqualTo(200);
    }
  }

  @Nested
  class Docs {

    @Test
    void showAllServicesInOneUi() throws Exception {
      assertThat(get("/docs").headers().firstValue("Location")).contains("/docs/index.html");
      assertThat(get("/docs/index.html").body()).contains("swagger-ui-bundle.js");
      assertThat(get("/docs/ui/swagger-ui.css").statusCode()).isEqualTo(200);
      assertThat(get("/docs/initializer.js").body()).contains("/v3/api-docs/auth-service");
      var description = get("/v3/api-docs/sales-service");
      assertThat(json(description).at("/path").asString()).isEqualTo("/v3/api-docs");
    }
  }

  @Nested
  class WebSockets {

    @Test
    void arePassedThrough() throws Exception {
      // The fake speaks no WebSocket; that it is asked to upgrade is what the gateway does.
      try (Socket socket = new Socket("127.0.0.1", port)) {
        String upgrade =
            "GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
        var answer = new Scanner(socket.getInputStream(), StandardCharsets.US_ASCII);
        assertThat(answer.nextLine()).contains("101");
      }
    }
  }

  static Stream<String> badTokens() {
    return Stream.of(
        FakeFleet.anExpiredToken(),
        FakeFleet.aForgedToken(),
        FakeFleet.anIdToken(),
        "eyJhbGciOiJub25lIn0.e30.",
        "nonsense");
  }

  private static int aFreePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.at("/code").asString()).isEqualTo(code);
    assertThat(problem.at("/status").asInt()).isEqualTo(status);
    assertThat(answer.headers().firstValue("X-Correlation-Id"))
        .contains(problem.at("/correlationId").asString());
  }

  private JsonNode json(HttpResponse<String> answer) {
    return mapper.readTree(answer.body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return send(request(path).header("Authorization", "Bearer " + token));
  }

  private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) throws Exception {
    return send(request(path).header("Content-Type", "application/json").POST(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
