package io.emporium.fleet.logs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The end of a log file, and what is written to it afterwards.
public final class LogTail {
  private static final int BLOCK = 1 << 20;
  private final Path file;
  private long position;

  public LogTail(Path file) throws IOException {
    this.file = file;
    this.position = Files.exists(file) ? Files.size(file) : 0;
  }

  /// Reads at most the last megabyte: a log may be huge, its end is what is asked for.
  public static List<String> last(Path file, int count) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    var start = Math.max(0, Files.size(file) - BLOCK);
    var lines = new ArrayList<>(text(file, start).lines().toList());
    return List.copyOf(lines.subList(Math.max(0, lines.size() - count), lines.size()));
  }

  /// Whole lines written since the last call. A file that shrank belongs to a new process.
  public List<String> more() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    if (Files.size(file) < position) {
      position = 0;
    }
    var fresh = text(file, position);
    var whole = fresh.substring(0, fresh.lastIndexOf('\n') + 1);
    position += whole.getBytes(StandardCharsets.UTF_8).length;
    return whole.lines().toList();
  }

  private static String text(Path file, long from) throws IOException {
    try (var reader = new RandomAccessFile(file.toFile(), "r")) {
      reader.seek(from);
      var bytes = new byte[(int) Math.min(Math.max(0, reader.length() - from), 8L * BLOCK)];
      reader.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
