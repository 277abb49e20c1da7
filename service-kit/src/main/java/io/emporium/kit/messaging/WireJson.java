package io.emporium.kit.messaging;

import io.emporium.events.Contracts;
import io.emporium.events.Envelope;
import io.emporium.events.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// Envelopes as JSON. A reader ignores properties that it does not know, since a publisher may be
/// newer; an unknown type is an error, since somebody bound a queue to it.
public final class WireJson {

  private final JsonMapper mapper;

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
      JsonNode tree = mapper.readTree(body);
      String type = tree.path("type").asString("");
      Class<? extends Message> contract =
          Contracts.byName(type)
              .orElseThrow(() -> new UnreadableMessage("unknown contract '" + type + "'", null));
      JavaType target = mapper.getTypeFactory().constructParametricType(Envelope.class, contract);
      Envelope<? extends Message> envelope = mapper.convertValue(tree, target);
      if (envelope.id() == null || envelope.data() == null || envelope.subject() == null) {
        throw new UnreadableMessage("an envelope needs id, subject and data", null);
      }
      return envelope;
    } catch (JacksonException e) {
      throw new UnreadableMessage("not an envelope: " + e.getOriginalMessage(), e);
    }
  }
}
