package io.emporium.fleet.bench;

import io.emporium.fleet.client.Api;
import io.emporium.fleet.report.Table;
import io.emporium.fleet.report.Terminal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What the gateway costs: the same cheap read straight from its service and through the gateway,
/// side by side in one run, so that the machine's mood is in both.
public final class GatewayCost {

  /// Where and what is measured.
  ///
  /// @param gatewayCpu CPU time of the gateway's process so far
  /// @param serviceCpu likewise of the service's
  public record Subject(Api gateway, Api service, CpuTime gatewayCpu, CpuTime serviceCpu) {}

  private static final int MANY = 16;
  private static final double MOST_LATENCY = 2.0;
  private static final double LEAST_THROUGHPUT = 0.40;

  private final Subject subject;
  private final Map<String, String> settings;
  private final Terminal terminal;
  private final String run;
  private String path = "";

  public GatewayCost(
      Subject subject, Map<String, String> settings, Terminal terminal, Clock clock) {
    this.subject = subject;
    this.settings = settings;
    this.terminal = terminal;
    this.run = Long.toString(clock.millis() / 100, Character.MAX_RADIX);
  }

  /// @param each how long each of the four figures is measured
  /// @return whether nothing failed; a goal that is missed is told and no failure
  public boolean run(Duration each) {
    terminal.step("set up", "one product to read");
    BenchShop shop =
        BenchShop.open(
            subject.gateway(),
            run,
            settings.getOrDefault("SUPER_ADMIN_EMAIL", ""),
            settings.getOrDefault("SUPER_ADMIN_PASSWORD", ""));
    path = "/api/products/" + shop.publish(1, 1).getFirst();

    terminal.step("warm up", "both ways, " + each.toSeconds() + " s each");
    var _ = new ReadRun(List.of(path)).read(subject.service(), MANY, each);
    var _ = new ReadRun(List.of(path)).read(subject.gateway(), MANY, each);

    Figures direct = measure("1 connection, direct", subject.service(), 1, each);
    Figures through = measure("1 connection, through the gateway", subject.gateway(), 1, each);
    Figures directMany = measure(MANY + " connections, direct", subject.service(), MANY, each);
    Figures throughMany =
        measure(MANY + " connections, through the gateway", subject.gateway(), MANY, each);
    report(List.of(direct, through, directMany, throughMany));
    judge(
        "p50 at 1 connection: %.2f times the direct one (goal: at most %.1f)",
        (double) through.p50() / direct.p50(), MOST_LATENCY, true);
    judge(
        "requests/s at 16 connections: %.2f of the direct ones (goal: at least %.2f)",
        throughMany.run().perSecond() / directMany.run().perSecond(), LEAST_THROUGHPUT, false);
    return List.of(direct, through, directMany, throughMany).stream()
        .allMatch(figures -> figures.run().errors() == 0);
  }

  /// One row.
  private record Figures(String name, ReadRun run, double gatewayMillis, double serviceMillis) {
    long p50() {
      return run.latencies().nanosAt(50);
    }
  }

  private Figures measure(String name, Api api, int connections, Duration each) {
    terminal.step("measure", name);
    Duration gatewayBefore = subject.gatewayCpu().soFar();
    Duration serviceBefore = subject.serviceCpu().soFar();
    ReadRun reads = new ReadRun(List.of(path)).read(api, connections, each);
    return new Figures(
        name,
        reads,
        perRead(subject.gatewayCpu().soFar().minus(gatewayBefore), reads),
        perRead(subject.serviceCpu().soFar().minus(serviceBefore), reads));
  }

  private static double perRead(Duration cpu, ReadRun reads) {
    return cpu.toNanos() / 1e6 / Math.max(1, reads.count());
  }

  private void report(List<Figures> rows) {
    terminal.line("");
    Table table =
        new Table(
            "figure",
            "per second",
            "p50 ms",
            "p99 ms",
            "CPU ms gateway",
            "CPU ms service",
            "errors");
    for (Figures row : rows) {
      var _ =
          table.row(
              row.name(),
              "%.0f".formatted(row.run().perSecond()),
              "%.2f".formatted(row.p50() / 1e6),
              "%.2f".formatted(row.run().latencies().nanosAt(99) / 1e6),
              "%.2f".formatted(row.gatewayMillis()),
              "%.2f".formatted(row.serviceMillis()),
              Integer.toString(row.run().errors()));
    }
    table.lines().forEach(terminal::line);
    terminal.line("");
  }

  private void judge(String sentence, double figure, double goal, boolean lessIsBetter) {
    String line = sentence.formatted(figure, goal);
    boolean met = lessIsBetter ? figure <= goal : figure >= goal;
    terminal.line(met ? terminal.good(line) : terminal.bad(line));
  }
}
