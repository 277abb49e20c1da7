package io.emporium.fleet.wall;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What nobody should send: values for one property, and bodies that are wrong as a whole.
final class Twists {

  private static final String HERE = "@@twist@@";

  /// JSON that is well-formed and hardly ever what is meant.
  static final List<String> VALUES =
      List.of(
          "null",
          "\"\"",
          "\" \"",
          "0",
          "-1",
          "1.5",
          "1e400",
          "99999999999999999999",
          "9223372036854775807",
          "true",
          "[]",
          "{}",
          "[null]",
          "[\"x\",7]",
          "{\"$ne\":null}",
          "{\"$where\":\"sleep(1)\"}",
          "{\"a.b\":{\"$gt\":\"\"}}",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\u202e\u0301\ud83d\udca5\"",
          "\"$ne\"",
          "\"a.b\"",
          "\"2026-13-45\"",
          "\"+999999999-12-31\"",
          "\"+1000000000-12-31T23:59:59Z\"",
          "{\"amount\":1}",
          "{\"amount\":9223372036854775807,\"currency\":\"USD\"}",
          "{\"amount\":1,\"currency\":\"XXX\"}",
          "\"' OR 1=1 --\"",
          "\"<script>alert(1)</script>\"",
          "\"../../../../etc/passwd\"",
          "\"${7*7}#{7*7}%{7*7}\"",
          "\"=cmd|' /C calc'!A0\"",
          "\"line\\r\\nX-Injected: 1\"",
          '"' + "x".repeat(20_000) + '"',
          "[".repeat(100) + "]".repeat(100));

  /// Bodies that no reader of JSON may take.
  static final Map<String, byte[]> BROKEN =
      Map.ofEntries(
          broken("nothing", ""),
          broken("an open brace", "{"),
          broken("an open string", "{\"a\":\""),
          broken("two values", "{}{"),
          broken("a comment", "{/*a*/}"),
          broken("single quotes", "{'a':1}"),
          broken("not a number", "{\"a\":NaN}"),
          broken("a tab in a string", "{\"a\":\"\t\"}"),
          broken("two thousand deep", "[".repeat(2_000)),
          broken("a number of 2,000 digits", "{\"surplus\":" + "9".repeat(2_000) + "}"),
          Map.entry("bad UTF-8", new byte[] {'{', '"', (byte) 0xC3, '(', '"', ':', '1', '}'}),
          Map.entry("zero bytes", new byte[64]),
          Map.entry("UTF-16", "{\"a\":".getBytes(StandardCharsets.UTF_16)));

  /// Well-formed, but no object that an operation asks for.
  static final List<String> STRANGE =
      List.of(
          "null",
          "[]",
          "7",
          "true",
          "\"text\"",
          "{}",
          "[{}]",
          "{\"$where\":\"1\",\"a.b\":1}",
          "{\"\":1}",
          "{\"__proto__\":{\"admin\":true},\"constructor\":{}}",
          "{\"@class\":\"javax.naming.InitialContext\",\"@type\":\"x\"}");

  private Twists() {}

  private static Map.Entry<String, byte[]> broken(String name, String text) {
    return Map.entry(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The body with one value replaced.
  ///
  /// @param json goes in as it is
  /// @return empty where the body has no such place
  static Optional<String> at(JsonNode body, String pointer, String json) {
    int last = pointer.lastIndexOf('/');
    JsonNode copy = body.deepCopy();
    if (!(copy.at(pointer.substring(0, last)) instanceof ObjectNode parent)) {
      return Optional.empty();
    }
    parent.put(pointer.substring(last + 1), HERE);
    return Optional.of(copy.toString().replace('"' + HERE + '"', json));
  }

  /// The same property twice, the second time otherwise.
  static Optional<String> doubled(JsonNode body) {
    return body.propertyNames().stream()
        .findFirst()
        .map(name -> body.toString().replaceFirst("\\{", "{\"" + name + "\":[],"));
  }

  /// What stands in a path or a query and means nothing there.
  static List<String> texts() {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "+1000000000-12-31T23:59:59Z",
                "+999999999-12-31",
                "$ne",
                "-1",
                "1e9",
                "{}",
                "[]",
                "null",
                "' OR 1=1 --",
                "a b",
                "\u00e9\u6f22\ud83d\udca5"));
    texts.add("x".repeat(3_000));
    texts.add("%");
    texts.add("99999999999999999999");
    return texts;
  }
}
