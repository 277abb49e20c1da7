package io.emporium.fleet.chaos;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.control.RunningFleet;
import io.emporium.fleet.report.Durations;
import io.emporium.fleet.report.Terminal;
import io.emporium.fleet.roster.Roster;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Carries a schedule out: kill -9, start again, wait until it is healthy.
final class Deaths {

  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final RunningFleet fleet;
  private final Terminal terminal;
  private final Map<String, Integer> kills = new TreeMap<>();
  private final Map<String, Duration> slowest = new TreeMap<>();
  private final List<String> complaints = new ArrayList<>();

  Deaths(RunningFleet fleet, Terminal terminal) {
    this.fleet = fleet;
    this.terminal = terminal;
  }

  void carryOut(List<Kill> schedule, Pace pace, int inFlight)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < schedule.size(); i++) {
      Kill kill = schedule.get(i);
      pace.allow(kill.afterOrders() + inFlight);
      pace.awaitAnswered(kill.afterOrders());
      kill(kill.victim());
      // Those who come meet it dead.
      boolean last = i == schedule.size() - 1;
      pace.allow(last ? Integer.MAX_VALUE : schedule.get(i + 1).afterOrders() + inFlight);
      String recovery = restart(kill);
      terminal.line(
          "  %3d/%d  after %4d orders, %s  kill -9 %-21s %s"
              .formatted(
                  i + 1,
                  schedule.size(),
                  kill.afterOrders(),
                  Durations.since(start),
                  kill.victim(),
                  recovery));
    }
    pace.allow(Integer.MAX_VALUE);
    awaitAll();
  }

  private void kill(String victim) throws IOException, InterruptedException {
    try {
      fleet.crash(victim);
      kills.merge(victim, 1, Integer::sum);
    } catch (FleetProblem e) {
      complaints.add(victim + " was to be killed and did not run any more: " + e.getMessage());
    }
  }

  private String restart(Kill kill) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try {
      fleet.restart(kill.victim());
      if (!kill.awaitHealthy()) {
        return "starting, not waited for";
      }
      awaitHealthy(kill.victim());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      slowest.merge(kill.victim(), took, (one, two) -> one.compareTo(two) > 0 ? one : two);
      return "healthy again in " + Durations.show(took);
    } catch (FleetProblem e) {
      complaints.add(kill.victim() + " did not come back: " + e.getMessage());
      return terminal.bad("did not come back");
    }
  }

  private void awaitAll() throws IOException, InterruptedException {
    for (String victim : kills.keySet()) {
      try {
        awaitHealthy(victim);
      } catch (FleetProblem e) {
        complaints.add(victim + " is ill at the end: " + e.getMessage());
      }
    }
  }

  // Starting the broker waits for it already.
  private void awaitHealthy(String victim) throws IOException, InterruptedException {
    if (!victim.equals(Roster.RABBITMQ)) {
      fleet.awaitHealthy(victim, PATIENCE);
    }
  }

  Map<String, Integer> kills() {
    return kills;
  }

  Map<String, Duration> slowest() {
    return slowest;
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }
}
