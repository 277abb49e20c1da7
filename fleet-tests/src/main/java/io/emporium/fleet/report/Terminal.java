package io.emporium.fleet.report;

import java.io.PrintStream;
import java.util.Map;

/// What the person sees. Colours and the moving line only on a terminal; a file or a pipe gets
/// plain lines, each once.
public final class Terminal {
  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final int WIDTH = 100;
  private final PrintStream out;
  private final boolean interactive;
  private final boolean colours;
  private boolean moving;

  public Terminal(PrintStream out, boolean interactive, boolean colours) {
    this.out = out;
    this.interactive = interactive;
    this.colours = colours;
  }

  public static Terminal of(PrintStream out, Map<String, String> environment) {
    var console = System.console();
    var tty = console != null && console.isTerminal() && !"dumb".equals(environment.get("TERM"));
    return new Terminal(out, tty, tty && !environment.containsKey("NO_COLOR"));
  }

  public synchronized void line(String text) {
    clear();
    out.println(text);
  }

  /// A line under a fixed label, so that a long run reads as a table.
  public void step(String label, String text) {
    line(bold("%-9s ".formatted(label)) + text);
  }

  /// Replaces the last moving line; says nothing when nobody watches.
  public synchronized void progress(String text) {
    if (interactive) {
      out.print(CLEAR_LINE + (text.length() > WIDTH ? text.substring(0, WIDTH) : text));
      out.flush();
      moving = true;
    }
  }

  public synchronized void clear() {
    if (moving) {
      out.print(CLEAR_LINE);
      out.flush();
      moving = false;
    }
  }

  public String good(String text) {
    return paint("32", text);
  }

  public String bad(String text) {
    return paint("31", text);
  }

  public String warn(String text) {
    return paint("33", text);
  }

  public String dim(String text) {
    return paint("2", text);
  }

  public String bold(String text) {
    return paint("1", text);
  }

  private String paint(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
