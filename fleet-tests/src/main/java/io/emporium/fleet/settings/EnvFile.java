package io.emporium.fleet.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads `NAME=value` lines the way a shell and Docker Compose both would.
final class EnvFile {
  private static final Pattern LINE =
      Pattern.compile("^(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)$");
  private static final Pattern TRAILING_COMMENT = Pattern.compile("(^|\\s)#.*$");

  private EnvFile() {}

  static Map<String, String> read(Path file) throws IOException {
    return Files.exists(file) ? parse(Files.readAllLines(file)) : Map.of();
  }

  static Map<String, String> parse(List<String> lines) {
    var values = new LinkedHashMap<String, String>();
    for (var line : lines) {
      var match = LINE.matcher(line.strip());
      if (match.matches()) {
        values.put(match.group(1), unquote(match.group(2).strip()));
      }
    }
    return values;
  }

  private static String unquote(String raw) {
    if (raw.length() >= 2 && (raw.startsWith("\"") || raw.startsWith("'"))) {
      var end = raw.indexOf(raw.charAt(0), 1);
      if (end > 0) {
        return raw.substring(1, end);
      }
    }
    return TRAILING_COMMENT.matcher(raw).replaceFirst("").strip();
  }
}
