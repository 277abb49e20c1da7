package io.emporium.gateway;

import static io.emporium.gateway.Door.assertProblem;
import static io.emporium.gateway.Door.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class FailuresIT {

  private static final FakeFleet FLEET = FakeFleet.INSTANCE;

  /// Far below the timeouts of the routes, and enough for a gateway that has just started.
  private static final Duration SOON = Duration.ofSeconds(5);

  /// Below the time in which the gateway looks for a sign of life.
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void stand() {
    door = Door.of(port);
  }

  @Test
  void ofAServiceThatIsNotThereOpenTheCircuit() throws Exception {
    long start = System.nanoTime();
    HttpResponse<String> answer = door.get("/api/debts");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    assertProblem(answer, 503, "service_unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    for (int i = 0; i < 10; i++) {
      answer = door.post("/api/debts", "{}");
    }

    assertProblem(answer, 503, "service_unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
  }

  @Test
  void ofAServiceThatHangsAreSeenLongBeforeItsTimeout() throws Exception {
    List<Future<HttpResponse<String>>> answers = new ArrayList<>();
    long start = System.nanoTime();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 12; i++) {
        boolean reading = i % 2 == 0;
        answers.add(
            clients.submit(() -> reading ? door.get("/api/audit") : door.post("/api/audit", "{}")));
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    for (Future<HttpResponse<String>> answer : answers) {
      assertProblem(answer.get(), 503, "service_unavailable");
      assertThat(answer.get().headers().firstValue("Retry-After")).isPresent();
    }
    // All of them failed: from now on nobody waits at all.
    long then = System.nanoTime();
    assertProblem(door.get("/api/audit"), 503, "service_unavailable");
    assertThat(Duration.ofNanos(System.nanoTime() - then)).isLessThan(AT_ONCE);
  }

  @Test
  void areNotWhatASlowAnswerOfALivingServiceIs() throws Exception {
    assertThat(door.get("/api/shops/slow").statusCode()).isEqualTo(200);
  }

  @Test
  void ofAnAnswerThatNeverBeginsAreTimeouts() throws Exception {
    var answer = door.get("/api/products/slow");
    assertProblem(answer, 504, "upstream_timeout");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void areRetriedForReadingOnly() throws Exception {
    assertThat(door.get("/api/orders/flaky").statusCode()).isEqualTo(200);
    assertThat(FLEET.timesAsked("/api/orders/flaky")).isEqualTo(3);

    assertProblem(door.post("/api/orders/broken", "{}"), 502, "bad_gateway");
    assertThat(FLEET.timesAsked("/api/orders/broken")).isEqualTo(1);
  }

  @Test
  void thatAServiceAnswersItselfArePassedOn() throws Exception {
    for (int i = 0; i < 30; i++) {
      var answer = door.get("/api/shops/refused");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(json(answer).at("/code").asString()).isEqualTo("own_answer");
    }
  }
}
