package io.emporium.localstack.webhook;

import io.emporium.localstack.http.Ids;
import io.emporium.localstack.http.Json;
import io.emporium.localstack.http.Signatures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Signs a body as its provider does and posts it.
public final class Sender {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Secrets secrets;
  private final Clock clock;

  public Sender(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /// What signatures are made with; PayPal's key is ours alone, receivers ask us to verify.
  public record Secrets(String stripe, String payPalWebhookId, String payPalKey) {}

  /// The receiver's status, or 0 when it did not answer.
  public int post(String url, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /// Valid headers for a body, or broken ones: `wrong`, `stale`, `future`, `malformed`, `missing`.
  public Map<String, String> headers(String provider, String body, String flaw) {
    if (flaw.equals("missing")) {
      return Map.of();
    }
    return provider.equals("paypal") ? payPalHeaders(body, flaw) : stripeHeaders(body, flaw);
  }

  private Map<String, String> stripeHeaders(String body, String flaw) {
    long time = clock.instant().getEpochSecond() + shift(flaw);
    String secret = flaw.equals("wrong") ? "whsec_forged" : secrets.stripe();
    String value = "t=" + time + ",v1=" + Signatures.hmac(secret, time + "." + body);
    return Map.of("Stripe-Signature", flaw.equals("malformed") ? "t=abc,v1" : value);
  }

  private Map<String, String> payPalHeaders(String body, String flaw) {
    String id = Ids.next("");
    String time = clock.instant().plusSeconds(shift(flaw)).toString();
    String key = flaw.equals("wrong") ? "forged" : secrets.payPalKey();
    Map<String, String> headers = new TreeMap<>();
    headers.put("PAYPAL-TRANSMISSION-ID", id);
    headers.put("PAYPAL-TRANSMISSION-TIME", flaw.equals("malformed") ? "yesterday" : time);
    headers.put("PAYPAL-TRANSMISSION-SIG", payPalSignature(key, id, time, Json.parse(body)));
    headers.put("PAYPAL-CERT-URL", "https://api.paypal.com/v1/notifications/certs/LOCAL");
    headers.put("PAYPAL-AUTH-ALGO", "SHA256withRSA");
    return headers;
  }

  private static long shift(String flaw) {
    return switch (flaw) {
      case "stale" -> -301 * 2;
      case "future" -> 301 * 2;
      default -> 0;
    };
  }

  /// Whether a transmission is one of ours: what PayPal's verify endpoint answers.
  public boolean isGenuine(ObjectNode question) {
    String expected =
        payPalSignature(
            secrets.payPalKey(),
            Json.text(question, "transmission_id"),
            Json.text(question, "transmission_time"),
            question.path("webhook_event").asObject());
    return expected.equals(Json.text(question, "transmission_sig"))
        && secrets.payPalWebhookId().equals(Json.text(question, "webhook_id"));
  }

  /// Over the parsed event: a receiver may have spaced and ordered it anew.
  private String payPalSignature(String key, String id, String time, ObjectNode event) {
    String canonical = Json.write(sorted(event));
    String text = String.join("|", id, time, secrets.payPalWebhookId(), canonical);
    return Signatures.hmac(key, text);
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = Json.array();
      array.forEach(element -> copy.add(sorted(element)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Json.object();
      object.propertyNames().stream()
          .sorted()
          .forEach(name -> copy.set(name, sorted(object.path(name))));
      return copy;
    }
    return node;
  }
}
