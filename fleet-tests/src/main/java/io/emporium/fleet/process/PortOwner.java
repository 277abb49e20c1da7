package io.emporium.fleet.process;

/// Who listens on a port, as far as this user may see. `pid` is 0 when another user hides it.
public record PortOwner(int port, long pid, String user, String command) {
  private static final int SHOWN = 90;

  public String describe() {
    if (pid == 0) {
      return "port " + port + " is held by a process of user " + user + " (run as root to see it)";
    }
    var shown = command.length() > SHOWN ? command.substring(0, SHOWN) + "..." : command;
    return "port " + port + " is held by pid " + pid + " of user " + user + ": " + shown;
  }
}
