package io.emporium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The gateway as a client finds it. Loopback has many addresses: each test that counts or trusts
/// addresses calls from one of its own.
final class Door {

  /// The only one that the settings trust.
  static final String PROXY = "127.0.0.9";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http;
  private final int port;

  private Door(int port, String address) {
    this.port = port;
    try {
      this.http =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .localAddress(InetAddress.getByName(address))
              .build();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Door of(int port) {
    return new Door(port, "127.0.0.1");
  }

  Door from(String address) {
    return new Door(port, address);
  }

  /// @param headers names and values in turn
  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  HttpResponse<String> post(String path, String json, String... headers) throws Exception {
    return send("POST", path, BodyPublishers.ofString(json), headers);
  }

  HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(15))
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// Sends what no well-behaved client would, and reads until the gateway closes.
  String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  URI webSocket() {
    return URI.create("ws://127.0.0.1:" + port + "/ws");
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  static JsonNode assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.at("/code").asString()).isEqualTo(code);
    assertThat(problem.at("/status").asInt()).isEqualTo(status);
    assertThat(answer.headers().firstValue("X-Correlation-Id"))
        .contains(problem.at("/correlationId").asString());
    return problem;
  }
}
