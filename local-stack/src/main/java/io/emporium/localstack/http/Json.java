package io.emporium.localstack.http;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON trees: the stand-ins pass on what they were given, so they need no classes for it.
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /// Reads an object; an empty text is an empty object.
  public static ObjectNode parse(String text) {
    if (text.isBlank()) {
      return object();
    }
    JsonNode node = MAPPER.readTree(text);
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  public static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /// The text at a path of names, or "" when there is none.
  public static String text(JsonNode node, String... path) {
    JsonNode found = node;
    for (String name : path) {
      found = found.path(name);
    }
    return found.isMissingNode() || found.isNull() ? "" : found.asString();
  }
}
