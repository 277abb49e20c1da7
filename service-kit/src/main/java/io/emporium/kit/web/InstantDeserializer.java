package io.emporium.kit.web;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Instants in JSON, as [InstantFromText] reads them.
public final class InstantDeserializer extends StdScalarDeserializer<Instant> {

  private static final InstantFromText TEXT = new InstantFromText();

  public InstantDeserializer() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return context.reportInputMismatch(this, "must be an instant such as 2026-11-23T09:30:00Z");
    }
    try {
      return TEXT.convert(parser.getString());
    } catch (DateTimeException e) {
      return context.reportInputMismatch(
          this, "must be an instant such as 2026-11-23T09:30:00Z: %s", e.getMessage());
    }
  }
}
