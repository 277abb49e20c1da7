package io.emporium.fleet.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A client of the platform's HTTP API; `as` gives the same client with somebody's token.
public final class Api {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http;
  private final URI base;
  private final @Nullable String token;

  public Api(URI base) {
    this(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build(),
        base,
        null);
  }

  private Api(HttpClient http, URI base, @Nullable String token) {
    this.http = http;
    this.base = base;
    this.token = token;
  }

  public Api as(String accessToken) {
    return new Api(http, base, accessToken);
  }

  /// The same connection pool against another server, without a token.
  public Api at(URI otherBase) {
    return new Api(http, otherBase, null);
  }

  public URI base() {
    return base;
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer post(String path, @Nullable Object body, String... headers) {
    return send("POST", path, body, headers);
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  /// @param body written as JSON; a [String] goes as it is
  /// @param headers names and values in turn
  public Answer send(String method, String path, @Nullable Object body, String... headers) {
    HttpRequest request = request(method, path, body, headers);
    try {
      return Answer.of(
          method + " " + path, http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      String reason = e instanceof ConnectException ? "nobody answers there" : e.toString();
      throw new UncheckedIOException(method + " " + request.uri() + ": " + reason, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private HttpRequest request(
      String method, String path, @Nullable Object body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      String json = body instanceof String text ? text : JSON.writeValueAsString(body);
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(json));
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }
}
