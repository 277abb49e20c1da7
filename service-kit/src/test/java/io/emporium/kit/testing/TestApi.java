package io.emporium.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Calls the service over HTTP as its clients do: `api.as(token).post("/api/shops", body)`.
public final class TestApi {

  private final HttpClient http;
  private final IntSupplier port;
  private final JsonMapper mapper;
  private final @Nullable String token;

  TestApi(IntSupplier port, JsonMapper mapper) {
    this(HttpClient.newHttpClient(), port, mapper, null);
  }

  private TestApi(HttpClient http, IntSupplier port, JsonMapper mapper, @Nullable String token) {
    this.http = http;
    this.port = port;
    this.mapper = mapper;
    this.token = token;
  }

  public TestApi as(String accessToken) {
    return new TestApi(http, port, mapper, accessToken);
  }

  public TestApi anonymous() {
    return new TestApi(http, port, mapper, null);
  }

  public TestResponse get(String path) {
    return send("GET", path, null);
  }

  public TestResponse delete(String path, String... headers) {
    return send("DELETE", path, null, headers);
  }

  /// @param body any object, written as JSON; a [String] goes as it is
  /// @param headers names and values in turn
  public TestResponse post(String path, @Nullable Object body, String... headers) {
    return send("POST", path, body, headers);
  }

  public TestResponse patch(String path, Object body, String... headers) {
    return send("PATCH", path, body, headers);
  }

  public TestResponse put(String path, Object body, String... headers) {
    return send("PUT", path, body, headers);
  }

  public TestResponse send(String method, String path, @Nullable Object body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.getAsInt() + path));
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      String json = body instanceof String text ? text : mapper.writeValueAsString(body);
      request.method(method, HttpRequest.BodyPublishers.ofString(json));
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int n = 0; n < headers.length; n += 2) {
      request.setHeader(headers[n], headers[n + 1]);
    }
    try {
      return new TestResponse(
          http.send(request.build(), HttpResponse.BodyHandlers.ofString()), mapper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
