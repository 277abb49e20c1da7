package io.emporium.fleet.chaos;

import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.report.Durations;
import io.emporium.fleet.report.Table;
import io.emporium.fleet.report.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Shows a run to a person, and keeps it as JSON under `.fleet/`.
final class ChaosReport {

  private static final int MOST_SHOWN = 40;

  private final FleetContext fleet;

  ChaosReport(FleetContext fleet) {
    this.fleet = fleet;
  }

  void print(ChaosResult result) throws IOException {
    Terminal terminal = fleet.terminal();
    Table deaths = new Table("PROCESS", "KILLED", "SLOWEST RECOVERY");
    result
        .kills()
        .forEach(
            (name, count) ->
                deaths.row(
                    name,
                    Integer.toString(count),
                    result.slowestRecovery().containsKey(name)
                        ? Durations.show(result.slowestRecovery().get(name))
                        : "-"));
    terminal.line("");
    deaths.lines().forEach(terminal::line);
    Table ends = new Table("CUSTOMER, ORDER ENDED", "ORDERS");
    result.ends().forEach((end, count) -> ends.row(end, Integer.toString(count)));
    terminal.line("");
    ends.lines().forEach(terminal::line);
    terminal.line("");
    terminal.line(
        "seed %d: %d orders in %s, all at rest %s after the last process was healthy"
            .formatted(
                result.plan().seed(),
                result.plan().orders(),
                Durations.show(result.took()),
                Durations.show(result.settled())));
    result.violations().stream()
        .limit(MOST_SHOWN)
        .forEach(violation -> terminal.line(terminal.bad("  " + violation)));
    terminal.line(
        result.clean()
            ? terminal.good("nothing was lost, sold twice or charged twice")
            : terminal.bad(result.violations().size() + " violations"));
    terminal.line("kept in " + fleet.paths().show(keep(result)));
  }

  private Path keep(ChaosResult result) throws IOException {
    Path folder = fleet.paths().state().resolve("chaos");
    Files.createDirectories(folder);
    Path file =
        folder.resolve(
            "seed-%d-orders-%d.json".formatted(result.plan().seed(), result.plan().orders()));
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("plan", result.plan());
    shown.put("clean", result.clean());
    shown.put("kills", result.kills());
    shown.put("ends", result.ends());
    shown.put("tookMillis", result.took().toMillis());
    shown.put("settledMillis", result.settled().toMillis());
    shown.put("drifts", result.drifts());
    shown.put("violations", result.violations());
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(file, json.writeValueAsString(shown));
    return file;
  }
}
