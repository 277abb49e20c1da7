package io.emporium.fleet.cli;

import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.control.FleetStatus;
import io.emporium.fleet.control.StatusRow;
import io.emporium.fleet.report.Durations;
import io.emporium.fleet.report.Table;
import io.emporium.fleet.report.Terminal;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/// The table that ends `up` and is `status`.
final class StatusTable {
  private StatusTable() {}

  /// Returns whether everything is healthy.
  static boolean print(FleetContext fleet, Set<String> only, Clock clock)
      throws IOException, InterruptedException {
    var terminal = fleet.terminal();
    var rows = new FleetStatus(fleet, clock).read(only);
    var table = new Table("SERVICE", "PORT", "HEALTH", "PID", "MEMORY", "UPTIME");
    rows.forEach(row -> add(table, row, terminal));
    terminal.line("");
    table.lines().forEach(terminal::line);
    terminal.line(total(rows));
    return rows.stream().allMatch(row -> row.health().well());
  }

  private static void add(Table table, StatusRow row, Terminal terminal) {
    var runs = row.pid() != 0;
    var health = row.health();
    table.row(
        row.name(),
        Integer.toString(row.port()),
        health.well() ? terminal.good(health.detail()) : terminal.bad(health.detail()),
        runs ? Long.toString(row.pid()) : "-",
        runs ? row.memoryMiB() + " MiB" : "-",
        runs ? Durations.show(row.uptime()) : "-");
  }

  private static String total(List<StatusRow> rows) {
    return "%d of %d healthy, %d MiB resident"
        .formatted(
            rows.stream().filter(row -> row.health().well()).count(),
            rows.size(),
            rows.stream().mapToLong(StatusRow::memoryMiB).sum());
  }
}
