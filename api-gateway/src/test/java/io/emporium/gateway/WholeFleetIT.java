package io.emporium.gateway;

import static io.emporium.gateway.Door.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GatewayTest
class WholeFleetIT {

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void stand() {
    door = Door.of(port);
  }

  @Test
  void itsHealthNamesTheSickAndIsToldSoon() throws Exception {
    long start = System.nanoTime();
    var answer = door.get("/health");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(answer.statusCode()).isEqualTo(503);
    JsonNode health = json(answer);
    assertThat(health.at("/status").asString()).isEqualTo("DOWN");
    assertThat(health.at("/services").size()).isEqualTo(12);
    assertThat(health.at("/sick").toString())
        .contains("debt-service", "audit-service")
        .doesNotContain("sales-service");
    assertThat(health.at("/services/sales-service").asString()).isEqualTo("UP");
    assertThat(door.get("/health/liveness").statusCode()).isEqualTo(200);
    assertThat(door.get("/health/readiness").statusCode()).isEqualTo(200);
  }

  @Test
  void isDescribedOnOnePageThatLoadsNothingFromElsewhere() throws Exception {
    assertThat(door.get("/docs").headers().firstValue("Location")).contains("/docs/index.html");
    String page = door.get("/docs/index.html").body();
    assertThat(page).contains("swagger-ui-bundle.js").doesNotContain("http://", "https://");
    assertThat(door.get("/docs/ui/swagger-ui.css").statusCode()).isEqualTo(200);
    assertThat(door.get("/docs/initializer.js").body())
        .contains("/v3/api-docs/auth-service", "/v3/api-docs/debt-service")
        .doesNotContain("http");

    // By itself the page forgets the token whenever another service is chosen.
    assertThat(door.get("/docs/initializer.js").body()).contains("restoreAuthorization: () =>");

    var description = door.get("/v3/api-docs/sales-service");
    assertThat(json(description).at("/path").asString()).isEqualTo("/v3/api-docs");
  }

  @Test
  void itsWebSocketsPassBothWays() throws Exception {
    CompletableFuture<String> heard = new CompletableFuture<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(door.webSocket(), new Listener(heard))
            .get(5, TimeUnit.SECONDS);
    socket.sendText("hello", true).get(5, TimeUnit.SECONDS);

    assertThat(heard.get(5, TimeUnit.SECONDS)).isEqualTo("echo hello");
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(5, TimeUnit.SECONDS);
  }

  private record Listener(CompletableFuture<String> heard) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      heard.complete(text.toString());
      return WebSocket.Listener.super.onText(socket, text, last);
    }
  }
}
