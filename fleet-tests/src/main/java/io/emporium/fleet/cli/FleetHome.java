package io.emporium.fleet.cli;

import io.emporium.fleet.report.Terminal;
import java.nio.file.Path;

/// What every command starts from: the clone that the script belongs to, and the terminal.
final class FleetHome {
  private FleetHome() {}

  static Path root() {
    return Path.of(System.getProperty("fleet.root", ".")).toAbsolutePath().normalize();
  }

  static Terminal terminal() {
    return Terminal.of(System.out, System.getenv());
  }
}
