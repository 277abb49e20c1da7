package io.emporium.payment.webhook;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.web.Turns;
import io.emporium.payment.payment.gateway.PayPalRest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks PayPal whether a notification is its own. By hand, not through checkout-sdk: the event must
/// go back byte for byte, and the library would write it anew.
@Component
class PayPalVerification {

  private static final Logger log = LoggerFactory.getLogger(PayPalVerification.class);
  private static final String PATH = "/v1/notifications/verify-webhook-signature";
  private static final Set<String> HOSTS_OF_CERTIFICATES =
      Set.of("api.paypal.com", "api.sandbox.paypal.com");
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "auth_algo", "PAYPAL-AUTH-ALGO",
          "cert_url", "PAYPAL-CERT-URL",
          "transmission_id", "PAYPAL-TRANSMISSION-ID",
          "transmission_sig", "PAYPAL-TRANSMISSION-SIG",
          "transmission_time", "PAYPAL-TRANSMISSION-TIME");
  private static final int LONGEST = 2_048;

  private final PayPalRest rest;
  private final PayPalWebhookProperties properties;
  private final JsonMapper mapper;
  private final Clock clock;

  PayPalVerification(
      PayPalRest rest, PayPalWebhookProperties properties, JsonMapper mapper, Clock clock) {
    this.rest = rest;
    this.properties = properties;
    this.mapper = mapper;
    this.clock = clock;
  }

  /// @throws Refusal unavailable, when PayPal does not say
  boolean isGenuine(String body, HttpHeaders headers) {
    Map<String, String> question = new LinkedHashMap<>();
    for (Map.Entry<String, String> part : QUESTIONS.entrySet()) {
      String value = headers.getFirst(part.getValue());
      if (value == null || value.isBlank() || value.length() > LONGEST) {
        return false;
      }
      question.put(part.getKey(), value);
    }
    if (!isFresh(question.get("transmission_time")) || !isPayPals(question.get("cert_url"))) {
      return false;
    }
    question.put("webhook_id", properties.webhookId());
    return ask(question, body);
  }

  private boolean isFresh(@Nullable String text) {
    try {
      Instant time = OffsetDateTime.parse(String.valueOf(text)).toInstant();
      return Duration.between(time, clock.instant()).abs().compareTo(properties.webhookTolerance())
          <= 0;
    } catch (DateTimeException | ArithmeticException e) {
      return false;
    }
  }

  private static boolean isPayPals(@Nullable String address) {
    try {
      URI uri = URI.create(String.valueOf(address));
      return "https".equals(uri.getScheme())
          && uri.getHost() != null
          && HOSTS_OF_CERTIFICATES.contains(uri.getHost());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean ask(Map<String, String> question, String body) {
    String head = mapper.writeValueAsString(question);
    String json = head.substring(0, head.length() - 1) + ",\"webhook_event\":" + body + "}";
    try {
      return Turns.aside(() -> rest.post(PATH, json, properties.verifyTimeout()))
          .path("verification_status")
          .asString("")
          .equals("SUCCESS");
    } catch (IOException | JacksonException e) {
      throw unavailable(e.toString());
    }
  }

  private static Refusal unavailable(String why) {
    log.warn("PayPal does not say whether a notification is its own: {}", why);
    return new Refusal(
            Category.UNAVAILABLE, "provider_unavailable", "It cannot be verified at the moment")
        .retryAfterSeconds(30);
  }
}
