package io.emporium.localstack.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads form bodies with bracket keys: `metadata[orderId]=1&expand[]=a` becomes a tree.
public final class Form {

  private Form() {}

  public static ObjectNode parse(@Nullable String encoded) {
    ObjectNode root = Json.object();
    if (encoded == null) {
      return root;
    }
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        put(root, path(decode(pair.substring(0, equals))), decode(pair.substring(equals + 1)));
      }
    }
    return root;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static List<String> path(String key) {
    List<String> path = new ArrayList<>();
    for (String part : key.split("\\[", -1)) {
      path.add(part.endsWith("]") ? part.substring(0, part.length() - 1) : part);
    }
    return path;
  }

  private static void put(ObjectNode root, List<String> path, String value) {
    ObjectNode node = root;
    for (int i = 0; i < path.size() - 1; i++) {
      String name = path.get(i);
      if (isArray(path, i)) {
        ArrayNode array = node.get(name) instanceof ArrayNode known ? known : node.putArray(name);
        array.add(value);
        return;
      }
      JsonNode child = node.get(name);
      node = child instanceof ObjectNode known ? known : node.putObject(name);
    }
    node.put(path.getLast(), value);
  }

  /// `name[]` and `name[0]` of plain values; no call we know sends objects in arrays.
  private static boolean isArray(List<String> path, int index) {
    return index == path.size() - 2 && path.getLast().chars().allMatch(Character::isDigit);
  }
}
