package io.emporium.fleet.wall;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// HTTP without any manners: sends whatever bytes under whatever headers.
public final class Wire {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /// What is sent.
  ///
  /// @param body null for none
  public record Sent(String method, URI uri, Map<String, String> headers, byte @Nullable [] body) {

    public static Sent of(String method, URI uri) {
      return new Sent(method, uri, Map.of(), null);
    }

    public Sent with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Sent(method, uri, more, body);
    }

    public Sent as(@Nullable String token) {
      return token == null ? this : with("Authorization", "Bearer " + token);
    }

    public Sent json(String text) {
      return carrying("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    public Sent carrying(String contentType, byte[] bytes) {
      return new Sent(method, uri, headers, bytes).with("Content-Type", contentType);
    }

    @Override
    public String toString() {
      return method + " " + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?…");
    }
  }

  public Reply send(Sent sent) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(sent.uri())
            .timeout(TIMEOUT)
            .method(
                sent.method(),
                sent.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(sent.body()));
    sent.headers().forEach(request::setHeader);
    try {
      return Reply.of(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return Reply.broken(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
