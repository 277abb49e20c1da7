package io.emporium.fleet.parking;

import com.rabbitmq.client.AMQP;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// A message as it lies in a parking queue.
///
/// @param id as published; `-` for one that has none
/// @param queue where it could not be handled, and goes back to
/// @param reason what its handler said
/// @param attempts how often it was tried again, beyond the first time
/// @param subject the aggregate it is about
public record ParkedMessage(
    String id,
    String type,
    String queue,
    String reason,
    int attempts,
    @Nullable Instant publishedAt,
    String subject,
    @Nullable String companyId,
    String correlationId) {

  /// Headers that a service sets when it parks.
  static final String ORIGIN = "x-parked-from";

  static final String REASON = "x-parked-reason";
  static final String ATTEMPTS = "x-attempt";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String NONE = "-";
  private static final String EXPIRED = "expired";

  static ParkedMessage of(AMQP.BasicProperties properties, byte[] body) {
    Map<String, Object> headers =
        properties.getHeaders() == null ? Map.of() : properties.getHeaders();
    JsonNode envelope = envelope(body);
    return new ParkedMessage(
        properties.getMessageId() == null ? NONE : properties.getMessageId(),
        envelope.path("type").asString(properties.getType() == null ? NONE : properties.getType()),
        origin(headers),
        reason(headers),
        headers.get(ATTEMPTS) instanceof Number number ? number.intValue() : 0,
        time(envelope.path("time").asString("")),
        envelope.path("subject").asString(NONE),
        envelope.path("companyid").isString() ? envelope.path("companyid").asString() : null,
        envelope.path("correlationid").asString(NONE));
  }

  boolean knowsOrigin() {
    return !queue.equals(NONE);
  }

  // Parked by the service itself, or by the broker because the consumer died of it again and again.
  private static String origin(Map<String, Object> headers) {
    Object own = headers.get(ORIGIN);
    if (own != null) {
      return own.toString();
    }
    return death(headers, "queue");
  }

  private static String reason(Map<String, Object> headers) {
    Object own = headers.get(REASON);
    if (own != null) {
      return own.toString();
    }
    return "the broker gave up on it: " + death(headers, "reason");
  }

  // What expired in a retry queue was on its way back, and went on.
  private static String death(Map<String, Object> headers, String field) {
    if (!(headers.get("x-death") instanceof List<?> deaths)) {
      return NONE;
    }
    return deaths.stream()
        .filter(death -> death instanceof Map<?, ?> known && !EXPIRED.equals(text(known, "reason")))
        .map(death -> text((Map<?, ?>) death, field))
        .reduce(NONE, (_, last) -> last);
  }

  private static String text(Map<?, ?> death, String field) {
    Object value = death.get(field);
    return value == null ? NONE : value.toString();
  }

  private static @Nullable Instant time(String text) {
    return text.isEmpty() ? null : Instant.parse(text);
  }

  // Poison need not be JSON at all.
  private static JsonNode envelope(byte[] body) {
    try {
      JsonNode read = JSON.readTree(new String(body, StandardCharsets.UTF_8));
      return read.isObject() ? read : MissingNode.getInstance();
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
