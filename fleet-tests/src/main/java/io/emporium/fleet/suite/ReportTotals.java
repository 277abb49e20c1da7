package io.emporium.fleet.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the test reports of all modules say together.
record ReportTotals(int passed, int failed, int skipped, List<String> failedTests) {

  /// Reports older than the run belong to an earlier one and are not counted.
  static ReportTotals read(Path root, Instant since) throws IOException {
    var passed = 0;
    var failed = 0;
    var skipped = 0;
    var names = new ArrayList<String>();
    for (var file : reports(root)) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
        continue;
      }
      var report = TestReport.parse(Files.readString(file));
      failed += report.failed().size();
      skipped += report.skipped();
      passed += report.tests() - report.failed().size() - report.skipped();
      names.addAll(report.failed());
    }
    return new ReportTotals(passed, failed, skipped, List.copyOf(names));
  }

  private static List<Path> reports(Path root) throws IOException {
    var all = new ArrayList<Path>();
    try (Stream<Path> modules = Files.list(root)) {
      for (var module : modules.toList()) {
        for (var kind : List.of("surefire-reports", "failsafe-reports")) {
          all.addAll(xmlFiles(module.resolve("target").resolve(kind)));
        }
      }
    }
    return all;
  }

  private static List<Path> xmlFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).toList();
    }
  }
}
