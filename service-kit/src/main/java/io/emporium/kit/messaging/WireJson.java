package io.emporium.kit.messaging;

import io.emporium.events.Contracts;
import io.emporium.events.Envelope;
import io.emporium.events.Message;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// Envelopes as JSON. A reader ignores properties that it does not know, since a publisher may be
/// newer; an unknown type is an error, since somebody bound a queue to it.
public final class WireJson {

  private final JsonMapper mapper;
  private final Map<Class<?>, JavaType> envelopes = new ConcurrentHashMap<>();

  public WireJson(JsonMapper mapper) {
    this.mapper =
        mapper
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .build();
  }

  public String write(Envelope<?> envelope) {
    return mapper.writeValueAsString(envelope);
  }

  /// @throws UnreadableMessage when the body is no envelope of a known contract
  public Envelope<? extends Message> read(byte[] body) {
    try {
      String type = typeOf(body);
      Class<? extends Message> contract =
          Contracts.byName(type)
              .orElseThrow(() -> new UnreadableMessage("unknown contract '" + type + "'", null));
      Envelope<? extends Message> envelope = mapper.readValue(body, envelopeOf(contract));
      if (envelope.id() == null || envelope.data() == null || envelope.subject() == null) {
        throw new UnreadableMessage("an envelope needs id, subject and data", null);
      }
      return envelope;
    } catch (JacksonException e) {
      throw new UnreadableMessage("not an envelope: " + e.getOriginalMessage(), e);
    }
  }

  // The type decides how the rest is read. It stands near the start, so that looking for it first
  // costs less than reading everything into a tree.
  private String typeOf(byte[] body) {
    try (JsonParser parser = mapper.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableMessage("not an envelope: not an object", null);
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String property = parser.currentName();
        JsonToken value = parser.nextToken();
        if (property.equals("type")) {
          return value == JsonToken.VALUE_STRING ? parser.getString() : "";
        }
        var _ = parser.skipChildren();
      }
      return "";
    }
  }

  private JavaType envelopeOf(Class<? extends Message> contract) {
    return envelopes.computeIfAbsent(
        contract, type -> mapper.getTypeFactory().constructParametricType(Envelope.class, type));
  }
}
