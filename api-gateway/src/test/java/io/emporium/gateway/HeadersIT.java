package io.emporium.gateway;

import static io.emporium.gateway.Door.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class HeadersIT {

  private static final FakeFleet FLEET = FakeFleet.INSTANCE;
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void stand() {
    door = Door.of(port);
  }

  @Test
  void ofIdentityAndOriginAreReplaced() throws Exception {
    door.get(
        "/api/cart",
        "X-User-Id",
        "root",
        "X-User-Role",
        "super_admin",
        "X-Tenant-Id",
        "evil",
        "X-Forwarded-For",
        "203.0.113.9",
        "X-Forwarded-Prefix",
        "/x",
        "X-Real-Ip",
        "203.0.113.9",
        "X-Http-Method-Override",
        "DELETE",
        "Forwarded",
        "for=203.0.113.9");

    assertThat(FLEET.lastHeaders)
        .doesNotContainKeys(
            "X-user-id",
            "X-user-role",
            "X-tenant-id",
            "X-forwarded-prefix",
            "X-real-ip",
            "X-http-method-override",
            "Forwarded");
    assertThat(FLEET.lastHeaders.get("X-Forwarded-For")).containsExactly("127.0.0.1");
    assertThat(FLEET.lastHeaders.get("X-Forwarded-Proto")).containsExactly("http");
    assertThat(FLEET.lastHeaders.get("X-Forwarded-Host")).containsExactly("127.0.0.1:" + port);
    assertThat(FLEET.lastHeaders.get("X-Forwarded-Port")).containsExactly("" + port);
  }

  @Test
  void ofATrustedProxyAreBelieved() throws Exception {
    Door proxy = door.from(Door.PROXY);
    var answer =
        proxy.get(
            "/api/cart",
            "X-Forwarded-For",
            "198.51.100.1, 203.0.113.9",
            "X-Forwarded-Proto",
            "https");

    // The last hop that no trusted proxy is: what stands before it is the client's own invention.
    assertThat(FLEET.lastHeaders.get("X-Forwarded-For")).containsExactly("203.0.113.9");
    assertThat(FLEET.lastHeaders.get("X-Forwarded-Proto")).containsExactly("https");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void ofTheConnectionStayHere() throws Exception {
    String answer =
        door.raw(
            """
            GET /api/cart HTTP/1.1\r
            Host: h\r
            Connection: close, X-One-Hop\r
            X-One-Hop: 1\r
            X-Cart-Id: c1\r
            TE: trailers\r
            Proxy-Authorization: Basic eDp5\r
            \r
            """);

    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(FLEET.lastHeaders).doesNotContainKeys("X-one-hop", "Te", "Proxy-authorization");
    assertThat(FLEET.lastHeaders.get("X-Cart-Id")).containsExactly("c1");
  }

  @Test
  void passACorrelationIdOn() throws Exception {
    var answer = door.get("/api/cart", "X-Correlation-Id", "mine-1");

    assertThat(FLEET.lastHeaders.get("X-Correlation-Id")).containsExactly("mine-1");
    assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly("mine-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not good!", "<script>", "a,b"})
  void makeACorrelationIdWhereNoneIsGood(String sent) throws Exception {
    var answer = door.get("/api/cart", "X-Correlation-Id", sent);

    String made = answer.headers().firstValue("X-Correlation-Id").orElseThrow();
    assertThat(made).hasSize(36);
    assertThat(FLEET.lastHeaders.getFirst("X-Correlation-Id")).isEqualTo(made);
  }

  @Test
  void passAWellFormedTraceOnAndNoOther() throws Exception {
    door.get("/api/cart", "traceparent", TRACE, "tracestate", "a=1");
    assertThat(FLEET.lastHeaders.get("Traceparent")).containsExactly(TRACE);
    assertThat(FLEET.lastHeaders.get("Tracestate")).containsExactly("a=1");

    door.get("/api/cart", "traceparent", TRACE + "'; drop");
    assertThat(FLEET.lastHeaders).doesNotContainKey("Traceparent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/cart", "/api/unknown", "/health", "/api/debts", "/docs/index.html"})
  void ofSecurityAreOnEveryAnswerOnce(String path) throws Exception {
    var headers = door.get(path).headers();

    assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
    assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
    assertThat(headers.allValues("X-Correlation-Id")).hasSize(1);
    assertThat(headers.allValues("Server")).isEmpty();
  }

  @Test
  void letConfiguredOriginsInAndNoOthers() throws Exception {
    var allowed = door.get("/api/cart", "Origin", "https://shop.example");
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("https://shop.example");
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();

    assertProblem(
        door.get("/api/cart", "Origin", "https://evil.example"), 403, "origin_not_allowed");
    var preflight =
        door.send(
            "OPTIONS",
            "/api/orders",
            BodyPublishers.noBody(),
            "Origin",
            "https://shop.example",
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "authorization,idempotency-key");
    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("idempotency-key");
  }

  @Test
  void letTheOwnPageInBehindAProxyThatEndsTls() throws Exception {
    var answer =
        door.from(Door.PROXY)
            .get(
                "/api/cart",
                "Origin",
                "https://127.0.0.1:" + port,
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Proto",
                "https");

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void sayHowALargeAnswerIsCompressedAndThatASmallOneIsNot() throws Exception {
    var large = door.get("/api/products/large", "Accept-Encoding", "gzip");
    assertThat(large.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(large.headers().allValues("Vary")).contains("Accept-Encoding");

    var small = door.get("/api/cart", "Accept-Encoding", "gzip");
    assertThat(small.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(small.headers().firstValue("Content-Length")).isPresent();
    assertThat(door.get("/api/products/large").headers().firstValue("Content-Encoding")).isEmpty();
  }
}
