package io.emporium.fleet.build;

import io.emporium.fleet.logs.FailureCause;
import io.emporium.fleet.report.Terminal;
import io.emporium.fleet.roster.FleetPaths;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts a service once up to its refreshed context and lets the JDK keep what it learned, so that
/// every later start costs a quarter. Without it a service still starts, only slower.
final class AotTraining {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String HEAP = "-Xmx384m";
  private final FleetPaths paths;
  private final Terminal terminal;

  AotTraining(FleetPaths paths, Terminal terminal) {
    this.paths = paths;
    this.terminal = terminal;
  }

  /// Returns whether the cache is there afterwards.
  boolean train(Trainee trainee) throws IOException, InterruptedException {
    var home = trainee.home();
    var log = paths.log("aot-" + home.name());
    var builder = new ProcessBuilder(command(trainee));
    builder.directory(home.folder().toFile());
    builder.environment().putAll(trainee.environment());
    builder.redirectInput(new File("/dev/null")).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    var training = builder.start();
    try {
      var ended = training.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (ended && training.exitValue() == 0 && home.isTrained()) {
        return true;
      }
      // What a service learned before it failed would be a poor cache.
      Files.deleteIfExists(home.folder().resolve(AppHome.CACHE));
      reportFailure(home, log, ended);
      return false;
    } finally {
      training.destroyForcibly();
    }
  }

  private void reportFailure(AppHome home, Path log, boolean ended) throws IOException {
    var cause = ended ? FailureCause.of(log) : "not done after " + PATIENCE.toSeconds() + " s";
    Files.writeString(home.failureMark(), cause + "\n");
    terminal.step(
        "archives",
        terminal.warn("no start cache for " + home.name() + ": its starts are slower. ")
            + "Cause: "
            + cause
            + " ("
            + paths.show(log)
            + ")");
  }

  private static List<String> command(Trainee trainee) {
    var command = new ArrayList<String>();
    command.add(Java.command());
    command.addAll(trainee.jvmFlags());
    command.removeIf(flag -> flag.startsWith("-Xmx"));
    command.add(HEAP);
    command.add("-XX:AOTCacheOutput=" + AppHome.CACHE);
    command.add("-Dspring.context.exit=onRefresh");
    command.add("-jar");
    command.add(AppHome.JAR);
    return command;
  }
}
