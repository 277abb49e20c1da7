package io.emporium.fleet.story;

import io.emporium.fleet.report.Durations;
import io.emporium.fleet.report.Terminal;
import java.util.function.Supplier;

/// Prints each step with what came of it and how long it took.
public final class StoryTeller {

  private final Terminal terminal;
  private int told;

  public StoryTeller(Terminal terminal) {
    this.terminal = terminal;
  }

  void chapter(String title) {
    terminal.line("");
    terminal.line(terminal.bold(title));
  }

  /// Plays one step.
  ///
  /// @param play does it and says in a few words what came of it
  /// @throws StoryBroken when it failed, since later steps build on it
  void step(String title, Supplier<String> play) {
    long start = System.nanoTime();
    told++;
    terminal.progress("  … " + title);
    try {
      String result = play.get();
      terminal.line(
          "  %s %-62s %s"
              .formatted(
                  terminal.good("✔"), title, terminal.dim(Durations.since(start) + "  " + result)));
    } catch (RuntimeException e) {
      terminal.line("  %s %s  %s".formatted(terminal.bad("✘"), title, Durations.since(start)));
      String.valueOf(e.getMessage()).lines().forEach(line -> terminal.line("      " + line));
      throw new StoryBroken(title, e);
    }
  }

  int told() {
    return told;
  }

  /// A step that the rest builds on did not hold.
  static final class StoryBroken extends RuntimeException {
    private final String title;

    StoryBroken(String title, Throwable cause) {
      super(title + ": " + cause.getMessage(), cause);
      this.title = title;
    }

    String title() {
      return title;
    }
  }
}
