package io.emporium.fleet.wall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Bodies that a service would take: what is required, plus what a test wants in them.
public final class Samples {

  private static final int DEEPEST = 6;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// By name, where the schema does not tell what is meant.
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("currency", "\"USD\""),
          Map.entry("timeZone", "\"UTC\""),
          Map.entry("country", "\"DE\""),
          Map.entry("role", "\"shop_staff\""),
          Map.entry("provider", "\"stripe\""),
          Map.entry("paymentMethod", "\"pm_card_visa\""),
          Map.entry("password", "\"Str0ng-enough!\""),
          Map.entry("newPassword", "\"Str0ng-enough!2\""),
          Map.entry("currentPassword", "\"not-the-right-one\""),
          Map.entry("businessDate", "\"2020-01-01\""),
          Map.entry("firstDueOn", "\"2031-01-01\""),
          Map.entry("dueOn", "\"2031-01-01\""),
          Map.entry("phone", "\"+4930123456\""),
          Map.entry("slug", "\"wall-sample\""),
          Map.entry("mediaUrls", "[\"https://example.com/a.png\"]"),
          Map.entry("website", "\"https://example.com\""),
          Map.entry("returnUrl", "\"https://example.com/back\""),
          Map.entry("attributes", "{\"color\":\"red\"}"),
          Map.entry("options", "{\"color\":\"red\"}"));

  /// Optional each, but one of several ways has to be taken.
  private static final Set<String> TOGETHER = Set.of("instalments", "firstDueOn");

  private final Schemas schemas;
  private final BinaryOperator<String> ids;
  private final List<String> wanted;

  private Samples(Schemas schemas, BinaryOperator<String> ids, List<String> wanted) {
    this.schemas = schemas;
    this.ids = ids;
    this.wanted = wanted;
  }

  /// @param ids from pointer (`/items/0/productId`) and kind (products) to a value
  /// @param wanted pointers of optional properties that shall be there
  public static JsonNode of(Operation.Body body, BinaryOperator<String> ids, List<String> wanted) {
    return new Samples(body.schemas(), ids, wanted).value("", "", body.schema(), 0);
  }

  /// Where ids stand in a body: pointer and kind.
  public static Map<String, String> idsIn(Operation.Body body) {
    Map<String, String> found = new LinkedHashMap<>();
    new Samples(body.schemas(), (pointer, _) -> pointer, List.of())
        .collect("", "", body.schema(), 0, found);
    return found;
  }

  private void collect(
      String pointer, String name, JsonNode schema, int depth, Map<String, String> found) {
    Optional<String> kind = IdNames.ofProperty(name);
    switch (schemas.type(schema)) {
      case "object" -> {
        if (depth < DEEPEST) {
          schemas
              .properties(schema)
              .forEach((p, part) -> collect(pointer + "/" + p, p, part, depth + 1, found));
        }
      }
      case "array" -> {
        if (depth < DEEPEST) {
          collect(pointer + "/0", name, schemas.items(schema), depth + 1, found);
        }
      }
      case "string" -> kind.ifPresent(of -> found.put(pointer, of));
      default -> {}
    }
  }

  private JsonNode value(String pointer, String name, JsonNode schema, int depth) {
    String type = schemas.type(schema);
    if (KNOWN.containsKey(name)) {
      return JsonMapper.shared().readTree(KNOWN.getOrDefault(name, "null"));
    }
    return switch (type) {
      case "object" -> object(pointer, schema, depth);
      case "array" -> array(pointer, name, schema, depth);
      case "integer", "number" -> NODES.numberNode(number(schemas.resolved(schema)));
      case "boolean" -> NODES.booleanNode(true);
      default -> NODES.stringNode(text(pointer, name, schemas.resolved(schema)));
    };
  }

  private ObjectNode object(String pointer, JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    if (depth >= DEEPEST) {
      return object;
    }
    List<String> required = schemas.required(schema);
    // A nested value without a word on what it needs, such as money, is sent whole.
    boolean whole = required.isEmpty() && depth > 0;
    schemas
        .properties(schema)
        .forEach(
            (name, part) -> {
              String at = pointer + "/" + name;
              boolean needed = required.contains(name) || TOGETHER.contains(name);
              if (needed || isWanted(at) || whole && isPlain(part)) {
                object.set(name, value(at, name, part, depth + 1));
              }
            });
    return object;
  }

  private boolean isPlain(JsonNode schema) {
    return !schemas.type(schema).equals("array")
        && (schemas.properties(schema).isEmpty()
            || schemas.properties(schema).containsKey("currencyCode"));
  }

  private boolean isWanted(String pointer) {
    return wanted.stream().anyMatch(want -> want.equals(pointer) || want.startsWith(pointer + "/"));
  }

  private ArrayNode array(String pointer, String name, JsonNode schema, int depth) {
    ArrayNode array = NODES.arrayNode();
    if (depth < DEEPEST) {
      array.add(value(pointer + "/0", name, schemas.items(schema), depth + 1));
    }
    return array;
  }

  private static long number(JsonNode schema) {
    long least = schema.path("minimum").asLong(schema.path("exclusiveMinimum").asLong(0) + 1);
    long most = schema.path("maximum").asLong(Long.MAX_VALUE);
    return Math.min(Math.max(least, 1), most);
  }

  private String text(String pointer, String name, JsonNode schema) {
    Optional<String> kind = IdNames.ofProperty(name);
    if (kind.isPresent()) {
      return ids.apply(pointer, kind.get());
    }
    if (name.equals("email")) {
      return "wall-" + System.nanoTime() + "@example.com";
    }
    JsonNode first = schema.path("enum").path(0);
    if (first.isString()) {
      String constant = first.asString();
      // Constants are documented as Java writes them and sent in lower case.
      return constant.equals(constant.toUpperCase(Locale.ROOT))
          ? constant.toLowerCase(Locale.ROOT)
          : constant;
    }
    return switch (schema.path("format").asString("")) {
      case "date" -> "2031-01-01";
      case "date-time" -> "2031-01-01T00:00:00Z";
      case "uri", "url" -> "https://example.com";
      default -> "sample".repeat(1 + (int) (schema.path("minLength").asLong(0) / 6));
    };
  }

  /// Every pointer to a property, optional ones too: `/items/0/quantity`.
  public static List<String> pointers(Operation.Body body) {
    List<String> all = new ArrayList<>();
    new Samples(body.schemas(), (pointer, _) -> pointer, List.of()).walk("", body.schema(), 0, all);
    return all;
  }

  private void walk(String pointer, JsonNode schema, int depth, List<String> all) {
    if (depth >= DEEPEST) {
      return;
    }
    if (schemas.type(schema).equals("array")) {
      walk(pointer + "/0", schemas.items(schema), depth + 1, all);
    } else {
      schemas
          .properties(schema)
          .forEach(
              (name, part) -> {
                all.add(pointer + "/" + name);
                if (!KNOWN.containsKey(name)) {
                  walk(pointer + "/" + name, part, depth + 1, all);
                }
              });
    }
  }
}
