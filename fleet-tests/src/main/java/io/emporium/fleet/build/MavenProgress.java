package io.emporium.fleet.build;

import io.emporium.fleet.report.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Turns Maven's output into one moving line and keeps the errors for the end.
public final class MavenProgress implements Consumer<String> {
  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (\\S+) \\S+\\s+\\[(\\d+/\\d+)]");
  private static final Pattern RUNNING =
      Pattern.compile("\\[INFO] Running (?:[a-z0-9]+\\.)*(\\S+)");
  private static final int ERRORS_KEPT = 30;
  private final Terminal terminal;
  private final String label;
  private final boolean announceModules;
  private final List<String> errors = new ArrayList<>();
  private String module = "";

  public MavenProgress(Terminal terminal, String label, boolean announceModules) {
    this.terminal = terminal;
    this.label = label;
    this.announceModules = announceModules;
  }

  @Override
  public void accept(String line) {
    var building = MODULE.matcher(line);
    var running = RUNNING.matcher(line);
    if (building.find()) {
      module = building.group(2) + " " + building.group(1);
      announce();
    } else if (running.find()) {
      // Of which module is not known: several are built at a time.
      terminal.progress("%-9s %s".formatted(label, running.group(1)));
    } else if (line.startsWith("[ERROR]") && errors.size() < ERRORS_KEPT) {
      errors.add(line);
    }
  }

  private void announce() {
    if (announceModules) {
      terminal.step(label, module);
    } else {
      terminal.progress("%-9s %s ...".formatted(label, module));
    }
  }

  public List<String> errors() {
    return List.copyOf(errors);
  }
}
