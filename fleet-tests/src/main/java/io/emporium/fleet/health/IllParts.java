package io.emporium.fleet.health;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Which parts a service's own health report blames.
final class IllParts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private IllParts() {}

  /// `, mongo DOWN` for a report that says so, nothing for any other body.
  static String of(String body) {
    try {
      return JSON.readTree(body).path("components").properties().stream()
          .filter(part -> !"UP".equals(part.getValue().path("status").asString("UP")))
          .map(part -> ", " + part.getKey() + " " + part.getValue().path("status").asString(""))
          .collect(Collectors.joining());
    } catch (JacksonException noJson) {
      return "";
    }
  }
}
