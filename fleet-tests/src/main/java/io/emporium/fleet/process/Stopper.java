package io.emporium.fleet.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Ends processes that the fleet started, and no others.
public final class Stopper {
  private static final Duration POLL = Duration.ofMillis(100);
  private final PidFiles pids;
  private final Duration grace;

  public Stopper(PidFiles pids, Duration grace) {
    this.pids = pids;
    this.grace = grace;
  }

  /// Asks all to end, waits, then kills what is left. Returns the names of those that were killed.
  public List<String> stop(List<FleetProcess> processes) throws IOException, InterruptedException {
    processes.forEach(process -> signal(process, false));
    var deadline = System.nanoTime() + grace.toNanos();
    while (System.nanoTime() < deadline && processes.stream().anyMatch(FleetProcess::isAlive)) {
      Thread.sleep(POLL);
    }
    var stubborn = processes.stream().filter(FleetProcess::isAlive).toList();
    stubborn.forEach(process -> signal(process, true));
    for (var process : stubborn) {
      awaitEnd(process);
    }
    for (var process : processes) {
      pids.delete(process.name());
    }
    return stubborn.stream().map(FleetProcess::name).toList();
  }

  /// Pulls the plug, as a crash would. The pid file stays until the next start.
  public void kill(FleetProcess process) throws InterruptedException {
    signal(process, true);
    awaitEnd(process);
  }

  private static void signal(FleetProcess process, boolean forcibly) {
    if (!process.isAlive()) {
      return;
    }
    ProcessHandle.of(process.pid()).ifPresent(handle -> send(handle, forcibly));
  }

  private static void send(ProcessHandle handle, boolean forcibly) {
    var _ = forcibly ? handle.destroyForcibly() : handle.destroy();
  }

  private static void awaitEnd(FleetProcess process) throws InterruptedException {
    while (process.isAlive()) {
      Thread.sleep(POLL);
    }
  }
}
