package io.emporium.fleet.process;

import java.util.List;
import java.util.Optional;

/// A listening TCP socket, as a line of `/proc/net/tcp` or `/proc/net/tcp6` tells it.
record Listener(int port, int uid, long inode) {
  private static final String LISTENING = "0A";

  static List<Listener> parse(List<String> lines) {
    return lines.stream().skip(1).map(Listener::parse).flatMap(Optional::stream).toList();
  }

  private static Optional<Listener> parse(String line) {
    var fields = line.strip().split("\\s+");
    if (fields.length < 10 || !LISTENING.equals(fields[3])) {
      return Optional.empty();
    }
    var local = fields[1];
    var port = Integer.parseInt(local.substring(local.indexOf(':') + 1), 16);
    return Optional.of(new Listener(port, Integer.parseInt(fields[7]), Long.parseLong(fields[9])));
  }
}
