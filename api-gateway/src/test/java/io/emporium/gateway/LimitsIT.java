package io.emporium.gateway;

import static io.emporium.gateway.Door.assertProblem;
import static io.emporium.gateway.Door.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GatewayTest
class LimitsIT {

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void stand() {
    door = Door.of(port);
  }

  @Test
  void areToldAndKept() throws Exception {
    Door guesser = door.from("127.0.3.1");
    var first = guesser.post("/api/auth/login", "{}");
    assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"sign-in\";q=20;w=60");
    assertThat(first.headers().firstValue("RateLimit").orElseThrow())
        .matches("\"sign-in\";r=19;t=\\d+");

    HttpResponse<String> last = untilRefused(() -> guesser.post("/api/auth/login", "{}"), 30);

    JsonNode problem = assertProblem(last, 429, "too_many_requests");
    assertThat(problem.at("/type").asString())
        .isEqualTo("https://iana.org/assignments/http-problem-types#quota-exceeded");
    assertThat(problem.at("/violated-policies").toString()).isEqualTo("[\"sign-in\"]");
    assertThat(last.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
    assertThat(guesser.get("/api/cart").statusCode()).isEqualTo(200);
  }

  @Test
  void areStricterForOneAccountFromOneAddress() throws Exception {
    Door guesser = door.from("127.0.3.2");
    String victim = "{\"email\":\"Owner@Example.com \",\"password\":\"guess\"}";

    HttpResponse<String> last = untilRefused(() -> guesser.post("/api/auth/login", victim), 10);

    JsonNode problem = assertProblem(last, 429, "too_many_requests");
    assertThat(problem.at("/violated-policies").toString()).isEqualTo("[\"account\"]");
    String sameInOtherLetters = victim.replace("Owner@Example.com ", "owner@example.com");
    assertThat(guesser.post("/api/auth/login", sameInOtherLetters).statusCode()).isEqualTo(429);
    // The owner, at home, is not kept out; nor is the neighbour of the guesser.
    assertThat(door.from("127.0.3.3").post("/api/auth/login", victim).statusCode()).isEqualTo(200);
    String other = victim.replace("Owner", "other");
    var neighbour = guesser.post("/api/auth/login", other);
    assertThat(neighbour.statusCode()).isEqualTo(200);
    assertThat(json(neighbour).at("/bytes").asInt()).isEqualTo(other.length());
  }

  @Test
  void cannotBeWalkedAroundByWritingThePathInAnotherWay() throws Exception {
    Door guesser = door.from("127.0.3.4");
    var answer = guesser.post("/api/auth/%6Cogin", "{}");

    assertThat(answer.headers().firstValue("RateLimit-Policy").orElseThrow()).contains("sign-in");
  }

  @Test
  void cannotBeWalkedAroundByInventedAddresses() throws Exception {
    Door guesser = door.from("127.0.3.5");
    HttpResponse<String> last = guesser.post("/api/auth/login", "{}");
    for (int i = 0; i < 30 && last.statusCode() == 200; i++) {
      last =
          guesser.post(
              "/api/auth/login",
              "{}",
              "X-Forwarded-For",
              "203.0.113." + i,
              "Forwarded",
              "for=203.0.113." + i,
              "X-Real-Ip",
              "203.0.113." + i);
    }
    assertProblem(last, 429, "too_many_requests");
  }

  @Test
  void countOneNetworkOfSixthGenerationAsOneCaller() throws Exception {
    Door proxy = door.from(Door.PROXY);
    HttpResponse<String> last = proxy.post("/api/auth/login", "{}");
    for (int i = 0; i < 30 && last.statusCode() == 200; i++) {
      last = proxy.post("/api/auth/login", "{}", "X-Forwarded-For", "2001:db8:1:2::" + (i + 1));
    }
    assertProblem(last, 429, "too_many_requests");
    assertThat(
            proxy.post("/api/auth/login", "{}", "X-Forwarded-For", "2001:db8:1:3::1").statusCode())
        .isEqualTo(200);
  }

  @Test
  void ofAUserGoWithHimWhereverHeIs() throws Exception {
    String token = "Bearer " + Tokens.good("wanderer");
    String here = remaining(door.from("127.0.3.6").get("/api/cart", "Authorization", token));
    String there = remaining(door.from("127.0.3.7").get("/api/cart", "Authorization", token));
    String neighbour = remaining(door.from("127.0.3.7").get("/api/cart"));

    assertThat(here).contains("r=1999");
    assertThat(there).contains("r=1998");
    assertThat(neighbour).contains("r=1999");
  }

  @Test
  void ofSizeHoldForAnnouncedBodies() throws Exception {
    var large = BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1]);
    assertProblem(door.send("POST", "/api/orders", large), 413, "body_too_large");
  }

  @Test
  void ofSizeHoldForStreamedBodies() throws Exception {
    var large = new ByteArrayInputStream(new byte[2 * 1024 * 1024]);
    var refused = door.send("POST", "/api/orders", BodyPublishers.ofInputStream(() -> large));
    assertProblem(refused, 413, "body_too_large");

    var small = new ByteArrayInputStream(new byte[512 * 1024]);
    var passed = door.send("POST", "/api/orders", BodyPublishers.ofInputStream(() -> small));
    assertThat(json(passed).at("/bytes").asInt()).isEqualTo(512 * 1024);
  }

  @Test
  void ofSizeAreSmallWhereOneSignsIn() throws Exception {
    Door guesser = door.from("127.0.3.8");
    String large = "{\"email\":\"" + "x".repeat(20_000) + "\"}";
    assertProblem(guesser.post("/api/auth/login", large), 413, "body_too_large");
  }

  @Test
  void ofHeadersAnswerWithAProblemToo() throws Exception {
    assertProblem(
        door.get("/api/cart", "X-Large", "x".repeat(17_000)),
        431,
        "request_header_fields_too_large");
    assertProblem(door.get("/api/cart?q=" + "x".repeat(8_300)), 414, "request_uri_too_long");
    assertThat(door.raw("this is no http\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("\"code\":\"bad_request\"");
  }

  @Test
  void ofTimeEndBodiesThatTrickleInAndTheServiceIsNotBlamed() throws Exception {
    String start = "POST /api/returns HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n{";
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Socket socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
      slow.add(socket);
    }
    for (Socket socket : slow) {
      // Read to the end: the gateway closes instead of waiting for the rest.
      socket.getInputStream().readAllBytes();
      socket.close();
    }
    assertThat(door.post("/api/returns", "{}").statusCode()).isEqualTo(200);
  }

  private static String remaining(HttpResponse<String> answer) {
    return answer.headers().firstValue("RateLimit").orElseThrow();
  }

  private interface Attempt {
    HttpResponse<String> make() throws Exception;
  }

  private static HttpResponse<String> untilRefused(Attempt attempt, int attempts) throws Exception {
    HttpResponse<String> last = attempt.make();
    for (int i = 1; i < attempts && last.statusCode() == 200; i++) {
      last = attempt.make();
    }
    return last;
  }
}
