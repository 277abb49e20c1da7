package io.emporium.fleet.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks a process on this machine whether it is well.
public final class HealthProbe implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(3);
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  /// `GET /health` on the service port, as the outside world would ask it.
  public Health ask(int port) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
            .timeout(ANSWER)
            .build();
    try {
      var response = client.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200
          ? Health.WELL
          : Health.ill(response.statusCode() + IllParts.of(response.body()));
    } catch (IOException e) {
      return Health.ill("no answer");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
