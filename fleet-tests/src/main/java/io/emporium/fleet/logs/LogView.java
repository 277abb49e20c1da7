package io.emporium.fleet.logs;

import io.emporium.fleet.report.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Several logs read as one.
public final class LogView {
  private static final Duration POLL = Duration.ofMillis(300);
  private final List<Path> files;
  private final Terminal terminal;

  public LogView(List<Path> files, Terminal terminal) {
    this.files = files;
    this.terminal = terminal;
  }

  private record Entry(String service, LogLine line) {}

  /// Lines without a time stay behind the line that they follow: the sort is stable and they borrow
  /// its time.
  public void last(int count) throws IOException {
    var entries = new ArrayList<Map.Entry<String, Entry>>();
    for (var file : files) {
      var time = "";
      for (var raw : LogTail.last(file, count)) {
        var line = LogLine.parse(raw);
        time = line.time().isEmpty() ? time : line.time();
        entries.add(Map.entry(time, new Entry(service(file), line)));
      }
    }
    entries.sort(Comparator.comparing(Map.Entry::getKey));
    entries.subList(Math.max(0, entries.size() - count), entries.size()).stream()
        .map(Map.Entry::getValue)
        .forEach(this::print);
  }

  public void follow() throws IOException, InterruptedException {
    var tails = new LinkedHashMap<Path, LogTail>();
    for (var file : files) {
      tails.put(file, new LogTail(file));
    }
    while (true) {
      for (var tail : tails.entrySet()) {
        for (var raw : tail.getValue().more()) {
          print(new Entry(service(tail.getKey()), LogLine.parse(raw)));
        }
      }
      Thread.sleep(POLL);
    }
  }

  private void print(Entry entry) {
    for (var line : entry.line().render(entry.service())) {
      terminal.line(paint(entry.line().level(), line));
    }
  }

  private String paint(String level, String line) {
    return switch (level) {
      case "ERROR" -> terminal.bad(line);
      case "WARN" -> terminal.warn(line);
      case "DEBUG", "TRACE" -> terminal.dim(line);
      default -> line;
    };
  }

  private static String service(Path file) {
    return file.getFileName().toString().replaceAll("\\.log$", "");
  }
}
