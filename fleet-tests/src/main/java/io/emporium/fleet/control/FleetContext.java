package io.emporium.fleet.control;

import io.emporium.fleet.process.Launcher;
import io.emporium.fleet.process.PidFiles;
import io.emporium.fleet.report.Terminal;
import io.emporium.fleet.roster.FleetPaths;
import io.emporium.fleet.roster.Service;
import io.emporium.fleet.settings.PortShift;
import io.emporium.fleet.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/// One fleet: where it lives, its settings in force and how far its ports are shifted.
public record FleetContext(
    FleetPaths paths, Settings settings, PortShift shift, Terminal terminal) {
  private static final PortShift TEST_SHIFT = new PortShift(100);

  /// The developer's own fleet, on the ports that the documents name.
  public static FleetContext own(Path root, Terminal terminal) throws IOException {
    var settings = Settings.load(root, System.getenv());
    return new FleetContext(FleetPaths.of(root), settings, PortShift.NONE, terminal);
  }

  /// A fleet for tests: other state, other ports, so that it neither finds nor touches the first.
  public static FleetContext forTests(Path root, Terminal terminal) throws IOException {
    var settings = Settings.load(root, System.getenv());
    return new FleetContext(
        FleetPaths.of(root).privateState("test"), TEST_SHIFT.of(settings), TEST_SHIFT, terminal);
  }

  public PidFiles pids() {
    return new PidFiles(paths.run());
  }

  Launcher launcher() {
    return new Launcher(pids(), Clock.systemUTC());
  }

  public int mongoPort() {
    return shift.of(27017);
  }

  public int smtpPort() {
    return shift.of(3025);
  }

  public int localStackPort() {
    return shift.of(8090);
  }

  public URI gateway() {
    return URI.create("http://127.0.0.1:" + shift.of(8000));
  }

  public URI url(Service service) {
    return URI.create("http://127.0.0.1:" + service.port());
  }
}
