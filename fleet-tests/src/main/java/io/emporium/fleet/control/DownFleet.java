package io.emporium.fleet.control;

import io.emporium.fleet.process.FleetProcess;
import io.emporium.fleet.process.Stopper;
import io.emporium.fleet.report.Durations;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// `./fleet down`: ends what this fleet started, in reverse order, and nothing else.
public final class DownFleet {
  private static final Duration GRACE = Duration.ofSeconds(20);
  private final FleetContext fleet;

  public DownFleet(FleetContext fleet) {
    this.fleet = fleet;
  }

  public void run(boolean wipe) throws IOException, InterruptedException {
    try (var _ = FleetLock.take(fleet.paths())) {
      end();
      if (wipe) {
        wipe();
      }
    }
  }

  /// Without the lock: for a command that is interrupted while it holds it.
  public void end() throws IOException, InterruptedException {
    var start = System.nanoTime();
    var stopped = 0;
    for (var wave : waves()) {
      stopped += stop(wave);
    }
    fleet
        .terminal()
        .step(
            "down",
            stopped == 0
                ? "nothing of this fleet was running"
                : stopped + " processes ended in " + Durations.since(start));
  }

  /// The services together, then what they stand on.
  private static List<List<String>> waves() {
    return List.of(
        Roster.SERVICES.stream().map(Service::name).toList(),
        List.of(Roster.LOCAL_STACK, Roster.RABBITMQ),
        List.of("epmd"));
  }

  private int stop(List<String> names) throws IOException, InterruptedException {
    var running = new ArrayList<FleetProcess>();
    for (var name : names) {
      var process = fleet.pids().findAlive(name);
      if (process.isPresent()) {
        running.add(process.get());
      } else {
        fleet.pids().delete(name);
      }
    }
    if (!running.isEmpty()) {
      fleet.terminal().progress("down      ending " + running.size() + " processes ...");
      var killed = new Stopper(fleet.pids(), GRACE).stop(running);
      fleet.terminal().clear();
      if (!killed.isEmpty()) {
        fleet
            .terminal()
            .line(
                "did not end within %d s and was killed: %s"
                    .formatted(GRACE.toSeconds(), String.join(", ", killed)));
      }
    }
    return running.size();
  }

  private void wipe() throws IOException {
    var data = fleet.paths().data();
    if (Files.exists(data)) {
      List<Path> all;
      try (Stream<Path> files = Files.walk(data)) {
        all = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (var file : all) {
        Files.delete(file);
      }
    }
    fleet.terminal().step("down", "data removed: " + fleet.paths().show(data));
  }
}
