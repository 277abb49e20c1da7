package io.emporium.fleet.process;

/// Who listens on a port, as far as this user may see. `pid` is 0 when another user hides it.
public record PortOwner(int port, long pid, String user, String command) {
  private static final int SHOWN = 60;

  public String describe() {
    return "port " + port + " is held by " + holder();
  }

  public String holder() {
    if (pid == 0) {
      return "a process of user " + user + " (run as root to see it)";
    }
    var program = command.replaceFirst("^\\S*/", "");
    var shown = program.length() > SHOWN ? program.substring(0, SHOWN) + "..." : program;
    return "pid " + pid + " of user " + user + ", " + shown;
  }
}
