package io.emporium.fleet.suite;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.logs.LogTail;
import io.emporium.fleet.report.Durations;
import io.emporium.fleet.report.Terminal;
import io.emporium.fleet.suite.StageResult.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs stages one after another; after the first failure the rest is skipped.
final class StageRunner {
  private static final int TAIL = 40;
  private final FleetContext fleet;
  private final Terminal terminal;
  private final List<StageResult> results = new ArrayList<>();

  StageRunner(FleetContext fleet) {
    this.fleet = fleet;
    this.terminal = fleet.terminal();
  }

  void run(List<Stage> stages) throws IOException, InterruptedException {
    var start = System.nanoTime();
    for (var stage : stages) {
      if (results.stream().anyMatch(StageResult::failed)) {
        results.add(new StageResult(stage.name(), Outcome.SKIPPED, Duration.ZERO));
        continue;
      }
      terminal.line("");
      terminal.line(
          terminal.bold(
              "[%d/%d] %s  (after %s)"
                  .formatted(
                      results.size() + 1, stages.size(), stage.name(), Durations.since(start))));
      results.add(run(stage));
    }
  }

  List<StageResult> results() {
    return List.copyOf(results);
  }

  private StageResult run(Stage stage) throws IOException, InterruptedException {
    var start = System.nanoTime();
    var outcome = Outcome.PASSED;
    try {
      stage.action().run();
    } catch (FleetProblem problem) {
      outcome = Outcome.FAILED;
      terminal.line(terminal.bad(stage.name() + ": " + problem.getMessage()));
      showLogs(problem);
    } catch (IOException e) {
      outcome = Outcome.FAILED;
      terminal.line(terminal.bad(stage.name() + ": " + e));
    }
    return new StageResult(stage.name(), outcome, Duration.ofNanos(System.nanoTime() - start));
  }

  private void showLogs(FleetProblem problem) throws IOException {
    for (var log : problem.logs()) {
      terminal.line("--- last lines of " + fleet.paths().show(log));
      LogTail.last(log, TAIL).forEach(terminal::line);
    }
  }
}
