package io.emporium.fleet.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why a process ended, read from its log: the last error and the deepest cause it names.
public final class FailureCause {
  private static final Pattern CAUSE =
      Pattern.compile(
          "^(Caused by: |Error: |Error occurred |Exception in thread"
              + "|[\\w.$]+(Exception|Error): ).*");

  private FailureCause() {}

  public static String of(Path log) throws IOException {
    if (!Files.exists(log)) {
      return "it wrote no log";
    }
    return of(LogTail.last(log, 500));
  }

  static String of(List<String> raw) {
    var lines = raw.stream().map(LogLine::parse).toList();
    return analysed(lines)
        .or(() -> lastError(lines))
        .or(() -> lastMatching(raw))
        .or(() -> raw.stream().filter(line -> !line.isBlank()).reduce((_, last) -> last))
        .orElse("its log is empty");
  }

  /// Boot explains the failures that it knows under "Description:".
  private static Optional<String> analysed(List<LogLine> lines) {
    return lines.stream()
        .map(LogLine::message)
        .filter(message -> message.contains("APPLICATION FAILED TO START"))
        .filter(message -> message.contains("Description:"))
        .reduce((_, last) -> last)
        .map(message -> section(message, "Description:"));
  }

  private static String section(String message, String heading) {
    var text = message.substring(message.indexOf(heading) + heading.length()).strip();
    return text.lines()
        .takeWhile(line -> !line.isBlank())
        .limit(4)
        .reduce("", (a, b) -> a + " " + b.strip())
        .strip();
  }

  private static Optional<String> lastError(List<LogLine> lines) {
    return lines.stream()
        .filter(LogLine::isError)
        .reduce((_, last) -> last)
        .map(FailureCause::withDeepestCause);
  }

  private static String withDeepestCause(LogLine line) {
    var deepest =
        line.trace().stream()
            .filter(frame -> frame.startsWith("Caused by: "))
            .reduce((_, last) -> last)
            .or(() -> line.trace().stream().findFirst());
    var message = line.message().lines().findFirst().orElse("");
    return deepest.map(cause -> message + " <- " + cause).orElse(message);
  }

  private static Optional<String> lastMatching(List<String> raw) {
    return raw.stream()
        .map(String::strip)
        .filter(line -> CAUSE.matcher(line).matches())
        .reduce((_, last) -> last);
  }
}
