package io.emporium.fleet.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which processes logged errors, in one line each: where to look first after a failed test.
public final class ErrorDigest {
  private static final int READ = 5000;

  private ErrorDigest() {}

  public static List<String> of(Path folder) throws IOException {
    var digest = new ArrayList<String>();
    try (Stream<Path> files = Files.list(folder)) {
      for (var file : files.filter(ErrorDigest::isServiceLog).sorted().toList()) {
        var lines = LogTail.last(file, READ);
        var errors = lines.stream().map(LogLine::parse).filter(LogLine::isError).count();
        if (errors > 0) {
          digest.add(
              "%s logged %d errors, the last: %s"
                  .formatted(file.getFileName(), errors, FailureCause.of(lines)));
        }
      }
    }
    return digest;
  }

  private static boolean isServiceLog(Path file) {
    return file.getFileName().toString().matches("(api-gateway|local-stack|[a-z]+-service)\\.log");
  }
}
