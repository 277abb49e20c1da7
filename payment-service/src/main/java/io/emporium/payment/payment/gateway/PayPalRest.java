package io.emporium.payment.payment.gateway;

import com.paypal.core.AuthorizationProvider;
import com.paypal.core.PayPalHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What of PayPal's interface checkout-sdk lacks, under the token that it keeps.
public final class PayPalRest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final PayPalHttpClient client;
  private final URI base;
  private final JsonMapper mapper;

  PayPalRest(PayPalHttpClient client, URI base, JsonMapper mapper) {
    this.client = client;
    this.base = base;
    this.mapper = mapper;
  }

  /// @throws IOException for silence and for any status but 200
  public JsonNode post(String path, String json, Duration timeout) throws IOException {
    return send(
        request(path, timeout)
            .header(HttpHeaders.CONTENT_TYPE, "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /// @throws IOException for silence and for any status but 200
  JsonNode get(String path, Duration timeout) throws IOException {
    return send(request(path, timeout).GET());
  }

  private HttpRequest.Builder request(String path, Duration timeout) throws IOException {
    String token =
        AuthorizationProvider.sharedInstance().authorize(client, null).authorizationString();
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(timeout)
        .header(HttpHeaders.AUTHORIZATION, token);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("PayPal answers " + answer.statusCode());
      }
      return mapper.readTree(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
