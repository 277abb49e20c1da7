package io.emporium.fleet;

import java.nio.file.Path;
import java.util.List;

/// Something the person at the terminal has to know or mend. Printed without a stack trace; `logs`
/// are the files that tell more.
public final class FleetProblem extends RuntimeException {
  private final List<Path> logs;

  public FleetProblem(String message) {
    this(message, List.of());
  }

  public FleetProblem(String message, List<Path> logs) {
    super(message);
    this.logs = List.copyOf(logs);
  }

  public FleetProblem(String message, Throwable cause) {
    super(message, cause);
    this.logs = List.of();
  }

  public List<Path> logs() {
    return logs;
  }
}
