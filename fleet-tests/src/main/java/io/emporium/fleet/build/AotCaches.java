package io.emporium.fleet.build;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.report.Durations;
import io.emporium.fleet.report.Terminal;
import io.emporium.fleet.roster.FleetPaths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Trains the start caches that are missing, two at a time.
public final class AotCaches {
  private static final int AT_ONCE = 2;
  private final Terminal terminal;
  private final AotTraining training;

  public AotCaches(FleetPaths paths, Terminal terminal) {
    this.terminal = terminal;
    this.training = new AotTraining(paths, terminal);
  }

  public void train(List<Trainee> candidates) throws InterruptedException {
    var missing = candidates.stream().filter(trainee -> trainee.home().needsTraining()).toList();
    if (missing.isEmpty()) {
      return;
    }
    terminal.step(
        "archives",
        "training "
            + missing.size()
            + " start caches, once per build (%d at a time)".formatted(AT_ONCE));
    var start = System.nanoTime();
    var done = new AtomicInteger();
    var trained = 0;
    try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      var runs = new ArrayList<Future<Boolean>>();
      for (var trainee : missing) {
        runs.add(pool.submit(() -> train(trainee, done, missing.size())));
      }
      for (var run : runs) {
        trained += result(run) ? 1 : 0;
      }
    }
    terminal.step("archives", trained + " trained in " + Durations.since(start));
  }

  private boolean train(Trainee trainee, AtomicInteger done, int total)
      throws IOException, InterruptedException {
    terminal.progress("archives  %d/%d %s ...".formatted(done.get(), total, trainee.home().name()));
    var trained = training.train(trainee);
    terminal.progress(
        "archives  %d/%d %s".formatted(done.incrementAndGet(), total, trainee.home().name()));
    return trained;
  }

  private static boolean result(Future<Boolean> run) throws InterruptedException {
    try {
      return run.get();
    } catch (ExecutionException e) {
      throw new FleetProblem("training a start cache failed: " + e.getCause(), e);
    }
  }
}
