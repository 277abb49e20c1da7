package io.emporium.fleet.wall;

import io.emporium.fleet.wall.Operation.Body;
import io.emporium.fleet.wall.Operation.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `/v3/api-docs` of one service.
public final class ApiDocument {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /// Taken as one map, so the document cannot name them.
  private static final Map<String, List<String>> UNNAMED =
      Map.of(
          "GET /api/products",
          List.of("search", "category", "shop", "brand", "minPrice", "maxPrice", "inStock"));

  private final String service;
  private final Schemas schemas;
  private final JsonNode document;

  private ApiDocument(String service, JsonNode document) {
    this.service = service;
    this.document = document;
    this.schemas = new Schemas(document);
  }

  public static List<Operation> operations(String service, JsonNode document) {
    return new ApiDocument(service, document).operations();
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .map(method -> operation(path.getKey(), method.getKey(), method.getValue()))
                    .forEach(operations::add));
    return operations;
  }

  private Operation operation(String path, String method, JsonNode described) {
    String name = method.toUpperCase(Locale.ROOT) + " " + Operation.plain(path);
    return new Operation(
        service,
        method.toUpperCase(Locale.ROOT),
        Operation.plain(path),
        query(name, described.path("parameters")),
        body(described.path("requestBody").path("content")));
  }

  private List<Field> query(String operation, JsonNode parameters) {
    List<Field> query = new ArrayList<>();
    for (JsonNode parameter : parameters) {
      if (parameter.path("in").asString().equals("query")) {
        add(query, parameter.path("name").asString(), parameter.path("schema"));
      }
    }
    JsonNode text = JsonMapper.shared().readTree("{\"type\":\"string\"}");
    UNNAMED.getOrDefault(operation, List.of()).forEach(name -> query.add(new Field(name, text)));
    return query;
  }

  // Parameters bound as one record are sent one by one. The caller comes from the token alone.
  private void add(List<Field> query, String name, JsonNode schema) {
    if (!schemas.type(schema).equals("object")) {
      query.add(new Field(name, schema));
    } else if (!name.equals("caller")) {
      schemas.properties(schema).forEach((property, part) -> query.add(new Field(property, part)));
    }
  }

  private @Nullable Body body(JsonNode content) {
    String type =
        content.has("application/json")
            ? "application/json"
            : content.propertyNames().stream().findFirst().orElse("");
    if (type.isEmpty()) {
      return null;
    }
    return new Body(
        type.contains("*") ? "application/json" : type, content.path(type).path("schema"), schemas);
  }
}
