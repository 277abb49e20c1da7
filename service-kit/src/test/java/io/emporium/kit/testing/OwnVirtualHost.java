package io.emporium.kit.testing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.SpringApplication;

/// A part of the broker that belongs to the tests of one module: made anew by the first context
/// that asks, removed after the last has closed. So modules are tested side by side, and beside a
/// running fleet, without meeting each other's messages.
///
/// Needs RabbitMQ's management API. Where it does not answer, tests use the default virtual host,
/// and modules have to be tested one after another.
final class OwnVirtualHost {

  private static final String SHARED = "/";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http;
  private final Broker broker;
  private final String name;

  /// @param managementPort where the management API listens on the same host
  record Broker(String host, int managementPort, String username, String password) {}

  private OwnVirtualHost(HttpClient http, Broker broker) {
    this.http = http;
    this.broker = broker;
    this.name = nameOf(Path.of("").toAbsolutePath());
  }

  /// @return its name
  static String on(Broker broker) {
    try {
      OwnVirtualHost own = new OwnVirtualHost(HttpClient.newHttpClient(), broker);
      own.makeAnew();
      // After the contexts have closed: their connections end in peace.
      SpringApplication.getShutdownHandlers().add(own::remove);
      return own.name;
    } catch (ConnectException noManagement) {
      System.err.printf(
          "RabbitMQ's management API does not answer on %s:%d: tests share virtual host /%n",
          broker.host(), broker.managementPort());
      return SHARED;
    } catch (IOException e) {
      throw new IllegalStateException("no virtual host for the tests: " + e.getMessage(), e);
    }
  }

  /// Two clones of the repository may be tested at once.
  private static String nameOf(Path module) {
    return "test-%s-%08x".formatted(module.getFileName(), module.hashCode());
  }

  private void makeAnew() throws IOException {
    expect(send("DELETE", "/api/vhosts/" + name, ""), 204, 404);
    expect(send("PUT", "/api/vhosts/" + name, ""), 201);
    String everything = "{\"configure\":\".*\",\"write\":\".*\",\"read\":\".*\"}";
    String permissions = "/api/permissions/" + name + "/" + broker.username();
    expect(send("PUT", permissions, everything), 201, 204);
  }

  private void remove() {
    try {
      expect(send("DELETE", "/api/vhosts/" + name, ""), 204);
    } catch (IOException e) {
      System.err.println("virtual host " + name + " stays behind: " + e.getMessage());
    }
  }

  private static void expect(HttpResponse<String> answer, Integer... statuses) throws IOException {
    if (!List.of(statuses).contains(answer.statusCode())) {
      throw new IOException(
          "%s answered %d %s"
              .formatted(answer.request().uri(), answer.statusCode(), answer.body()));
    }
  }

  private HttpResponse<String> send(String method, String path, String body) throws IOException {
    String credentials = broker.username() + ":" + broker.password();
    String token = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    URI address =
        URI.create("http://%s:%d%s".formatted(broker.host(), broker.managementPort(), path));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
