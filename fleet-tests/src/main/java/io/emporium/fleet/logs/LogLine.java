package io.emporium.fleet.logs;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One record of a process's log. Boot's ECS and Logstash formats are understood; anything else (a
/// JVM warning, the broker's own format) is kept as it is.
public record LogLine(
    String time, String level, String message, String correlationId, List<String> trace) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public static LogLine parse(String line) {
    if (!line.startsWith("{")) {
      return plain(line);
    }
    try {
      return structured(JSON.readTree(line));
    } catch (JacksonException halfWritten) {
      return plain(line);
    }
  }

  public boolean isError() {
    return "ERROR".equals(level) || (level.isEmpty() && message.contains("[error]"));
  }

  private static LogLine plain(String line) {
    return new LogLine("", "", line, "", List.of());
  }

  private static LogLine structured(JsonNode record) {
    return new LogLine(
        text(record, "@timestamp"),
        first(text(record, "level"), nested(record, "log", "level")),
        text(record, "message"),
        text(record, "correlationId"),
        first(text(record, "stack_trace"), nested(record, "error", "stack_trace"))
            .lines()
            .toList());
  }

  private static String nested(JsonNode record, String outer, String inner) {
    return first(text(record.path(outer), inner), text(record, outer + "." + inner));
  }

  private static String text(JsonNode record, String name) {
    return record.path(name).asString("");
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /// `12:30:01.123 INFO sales-service message [correlation id]`, stack trace indented below.
  public List<String> render(String service) {
    var lines = new ArrayList<String>();
    var clock = time.length() >= 23 ? time.substring(11, 23) : time;
    var tail = correlationId.isEmpty() ? "" : "  [" + correlationId + "]";
    lines.add(
        level.isEmpty()
            ? "%-12s %-5s %-21s %s".formatted("", "", service, message)
            : "%-12s %-5s %-21s %s%s".formatted(clock, level, service, message, tail));
    trace.forEach(frame -> lines.add("    " + frame));
    return lines;
  }
}
