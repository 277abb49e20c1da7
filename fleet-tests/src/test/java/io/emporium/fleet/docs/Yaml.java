package io.emporium.fleet.docs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Writes maps, lists and scalars as YAML, each line the same every time.
final class Yaml {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_/ -]*");
  private static final Pattern WORDS_OF_YAML = Pattern.compile("(?i)true|false|null|yes|no|on|off");

  private Yaml() {}

  static String write(Map<String, ?> document) {
    StringBuilder out = new StringBuilder();
    map(out, document, "");
    return out.toString();
  }

  // An unordered map has an order of its own in every JVM.
  private static void map(StringBuilder out, Map<?, ?> map, String indent) {
    Map<?, ?> ordered =
        map instanceof java.util.LinkedHashMap<?, ?> || map instanceof TreeMap<?, ?>
            ? map
            : new TreeMap<>(map);
    ordered.forEach(
        (key, value) -> {
          out.append(indent).append(scalar(String.valueOf(key))).append(':');
          value(out, value, indent + "  ");
        });
  }

  private static void value(StringBuilder out, Object value, String indent) {
    switch (value) {
      case Map<?, ?> map when map.isEmpty() -> out.append(" {}\n");
      case List<?> list when list.isEmpty() -> out.append(" []\n");
      case Map<?, ?> map -> {
        out.append('\n');
        map(out, map, indent);
      }
      case List<?> list -> {
        out.append('\n');
        for (Object item : list) {
          out.append(indent).append('-');
          value(out, item, indent + "  ");
        }
      }
      case Boolean truth -> out.append(' ').append(truth).append('\n');
      default -> out.append(' ').append(scalar(String.valueOf(value))).append('\n');
    }
  }

  private static String scalar(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !WORDS_OF_YAML.matcher(text).matches();
    return plain ? text : "'" + text.replace("'", "''") + "'";
  }
}
