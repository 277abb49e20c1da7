package io.emporium.fleet.suite;

import io.emporium.fleet.report.Durations;
import io.emporium.fleet.report.Table;
import io.emporium.fleet.report.Terminal;
import java.util.List;
import java.util.Locale;

/// The last words of a test run.
final class Summary {
  private final Terminal terminal;
  private final List<StageResult> stages;

  Summary(Terminal terminal, List<StageResult> stages) {
    this.terminal = terminal;
    this.stages = stages;
  }

  /// A stage that failed outside any test counts as one failure: "0 failed" must mean success.
  boolean print(ReportTotals totals) {
    var table = new Table("STAGE", "RESULT", "TOOK");
    for (var stage : stages) {
      table.row(stage.name(), paint(stage), Durations.show(stage.took()));
    }
    terminal.line("");
    table.lines().forEach(terminal::line);
    totals.failedTests().forEach(test -> terminal.line(terminal.bad("failed: " + test)));
    if (totals.skipped() > 0) {
      terminal.line(totals.skipped() + " skipped");
    }
    var anyStageFailed = stages.stream().anyMatch(StageResult::failed);
    var failed = totals.failed() == 0 && anyStageFailed ? 1 : totals.failed();
    terminal.line("%d passed, %d failed".formatted(totals.passed(), failed));
    return failed == 0;
  }

  private String paint(StageResult stage) {
    var word = stage.outcome().name().toLowerCase(Locale.ROOT);
    return switch (stage.outcome()) {
      case PASSED -> terminal.good(word);
      case FAILED -> terminal.bad(word);
      case SKIPPED -> terminal.dim(word);
    };
  }
}
