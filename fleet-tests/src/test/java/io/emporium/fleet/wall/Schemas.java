package io.emporium.fleet.wall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The schemas of one OpenAPI document: follows references and reads what a schema allows.
///
/// @param document the whole
public record Schemas(JsonNode document) {

  /// The schema itself where it was a reference, or the one alternative that says something.
  JsonNode resolved(JsonNode schema) {
    JsonNode current = schema;
    for (int depth = 0; depth < 10; depth++) {
      JsonNode reference = current.path("$ref");
      JsonNode alternatives = alternatives(current);
      if (reference.isString()) {
        current = document.at(reference.asString().substring(1));
      } else if (!current.has("type") && !current.has("properties") && !alternatives.isEmpty()) {
        current = telling(alternatives);
      } else {
        return current;
      }
    }
    return current;
  }

  private static JsonNode alternatives(JsonNode schema) {
    for (String word : List.of("allOf", "oneOf", "anyOf")) {
      if (schema.path(word).isArray()) {
        return schema.path(word);
      }
    }
    return MissingNode.getInstance();
  }

  private static JsonNode telling(JsonNode alternatives) {
    for (JsonNode one : alternatives) {
      if (!one.path("type").asString("").equals("null")) {
        return one;
      }
    }
    return alternatives.get(0);
  }

  /// `object`, `array`, `string`, `integer`, `number`, `boolean`; a nullable type is what it is
  /// when it is not null.
  String type(JsonNode schema) {
    JsonNode type = resolved(schema).path("type");
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (!one.asString().equals("null")) {
          return one.asString();
        }
      }
    }
    if (type.isString()) {
      return type.asString();
    }
    return resolved(schema).has("properties") ? "object" : "string";
  }

  /// Of an object, in order.
  Map<String, JsonNode> properties(JsonNode schema) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    resolved(schema)
        .path("properties")
        .properties()
        .forEach(property -> properties.put(property.getKey(), property.getValue()));
    return properties;
  }

  List<String> required(JsonNode schema) {
    List<String> names = new ArrayList<>();
    resolved(schema).path("required").forEach(name -> names.add(name.asString()));
    return names;
  }

  JsonNode items(JsonNode schema) {
    return resolved(schema).path("items");
  }
}
