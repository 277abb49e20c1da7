package io.emporium.fleet.build;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.report.Durations;
import io.emporium.fleet.report.Terminal;
import io.emporium.fleet.roster.FleetPaths;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Builds what is not built or older than its sources.
public final class FleetBuild {
  private final FleetPaths paths;
  private final Terminal terminal;
  private final Clock clock;
  private final Staleness staleness;

  public FleetBuild(FleetPaths paths, Terminal terminal, Clock clock) {
    this.paths = paths;
    this.terminal = terminal;
    this.clock = clock;
    this.staleness = new Staleness(paths);
  }

  public void ensure(List<String> modules) throws IOException, InterruptedException {
    var stale = staleness.stale(modules);
    if (stale.isEmpty()) {
      terminal.step("build", "up to date");
      return;
    }
    terminal.step("build", count(stale) + " with Maven; output in " + show());
    var start = System.nanoTime();
    var began = clock.instant();
    var progress = new MavenProgress(terminal, "build", false);
    var code = new Maven(paths.root()).run(arguments(stale), Map.of(), log(), progress);
    if (code != 0) {
      progress.errors().forEach(line -> terminal.line(terminal.bad(line)));
      throw new FleetProblem("the build failed; the whole output is in " + show());
    }
    staleness.built(stale, began);
    terminal.step("build", "done in " + Durations.since(start));
  }

  /// Records that somebody else (the full verification) has just built these.
  public void built(List<String> modules, Instant began) throws IOException {
    staleness.built(modules, began);
  }

  /// With `-am` the shared modules come from this clone, never from what another one installed.
  private static List<String> arguments(List<String> stale) {
    return List.of("-T1C", "-DskipTests", "package", "-pl", String.join(",", stale), "-am");
  }

  private static String count(List<String> stale) {
    return stale.size() == 1 ? stale.getFirst() : stale.size() + " modules";
  }

  private Path log() {
    return paths.log("build");
  }

  private String show() {
    return paths.show(log());
  }
}
