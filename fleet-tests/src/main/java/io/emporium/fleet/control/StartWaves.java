package io.emporium.fleet.control;

import io.emporium.fleet.health.HealthProbe;
import io.emporium.fleet.logs.FailureCause;
import io.emporium.fleet.process.FleetProcess;
import io.emporium.fleet.report.Durations;
import io.emporium.fleet.report.Terminal;
import io.emporium.fleet.roster.FleetPaths;
import io.emporium.fleet.roster.Service;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Starts services a few at a time, as many as the cores can serve, and watches each until it is
/// healthy, ends or takes too long.
final class StartWaves {
  private static final Duration POLL = Duration.ofMillis(150);
  private final FleetPaths paths;
  private final Terminal terminal;
  private final Duration patience;
  private final int atOnce = Math.max(2, Runtime.getRuntime().availableProcessors()) + 1;
  private final List<StartFailure> failures = new ArrayList<>();
  private int healthy;

  StartWaves(FleetContext fleet, Duration patience) {
    this.paths = fleet.paths();
    this.terminal = fleet.terminal();
    this.patience = patience;
  }

  private record Starting(Service service, FleetProcess process, long since, Instant asked) {
    boolean wasRunning() {
      return process.startedAt().isBefore(asked);
    }
  }

  List<StartFailure> run(List<Service> services, Starter starter)
      throws IOException, InterruptedException {
    var waiting = new ArrayDeque<>(services);
    var starting = new ArrayList<Starting>();
    try (var probe = new HealthProbe()) {
      while (!waiting.isEmpty() || !starting.isEmpty()) {
        while (starting.size() < atOnce && !waiting.isEmpty()) {
          var service = waiting.remove();
          starting.add(start(service, starter));
        }
        show(starting, services.size());
        Thread.sleep(POLL);
        for (var one : List.copyOf(starting)) {
          if (isSettled(one, probe)) {
            starting.remove(one);
          }
        }
      }
    }
    terminal.clear();
    return List.copyOf(failures);
  }

  private static Starting start(Service service, Starter starter) throws IOException {
    var asked = Clock.systemUTC().instant();
    return new Starting(service, starter.start(service), System.nanoTime(), asked);
  }

  private boolean isSettled(Starting one, HealthProbe probe)
      throws IOException, InterruptedException {
    if (!one.process().isAlive()) {
      return fail(one, "it ended: " + FailureCause.of(paths.log(one.service().name())));
    }
    var health = probe.ask(one.service().port());
    if (health.well()) {
      healthy++;
      terminal.line(
          "  %s  %-21s :%d  %s"
              .formatted(
                  terminal.good("ok"),
                  one.service().name(),
                  one.service().port(),
                  one.wasRunning() ? "was running" : Durations.since(one.since())));
      return true;
    }
    return System.nanoTime() - one.since() > patience.toNanos()
        && fail(
            one, "not healthy after %d s (%s)".formatted(patience.toSeconds(), health.detail()));
  }

  private boolean fail(Starting one, String cause) {
    var name = one.service().name();
    failures.add(new StartFailure(name, cause));
    terminal.line("%s  %-21s %s".formatted(terminal.bad("FAIL"), name, cause));
    terminal.line("      log: " + paths.show(paths.log(name)));
    return true;
  }

  private void show(List<Starting> starting, int total) {
    terminal.progress(
        "start     %d/%d healthy, starting %s"
            .formatted(
                healthy,
                total,
                starting.stream()
                    .map(one -> one.service().name())
                    .collect(Collectors.joining(", "))));
  }
}
