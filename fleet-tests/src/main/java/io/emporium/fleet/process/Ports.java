package io.emporium.fleet.process;

import io.emporium.fleet.FleetProblem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which ports are taken on this machine, and by whom.
public final class Ports {
  private static final Path PROC = Path.of("/proc");

  private Ports() {}

  public static boolean isTaken(int port) {
    return listeners().stream().anyMatch(listener -> listener.port() == port);
  }

  public static Optional<PortOwner> owner(int port) {
    return listeners().stream()
        .filter(listener -> listener.port() == port)
        .findFirst()
        .map(Ports::identify);
  }

  /// The first free port from `wanted` on.
  public static int freeFrom(int wanted) {
    return IntStream.range(wanted, wanted + 100)
        .filter(port -> !isTaken(port))
        .findFirst()
        .orElseThrow(() -> new FleetProblem("no free port between " + wanted + " and 100 above"));
  }

  private static List<Listener> listeners() {
    var all = new ArrayList<Listener>();
    for (var table : List.of("net/tcp", "net/tcp6")) {
      try {
        all.addAll(Listener.parse(Files.readAllLines(PROC.resolve(table))));
      } catch (IOException absent) {
        // A kernel without IPv6 has no tcp6 table.
        continue;
      }
    }
    return all;
  }

  private static PortOwner identify(Listener listener) {
    var user = Users.name(listener.uid());
    return holder("socket:[" + listener.inode() + "]")
        .map(
            pid ->
                new PortOwner(
                    listener.port(), pid, user, ProcFs.commandLine(pid).orElse("unknown")))
        .orElseGet(() -> new PortOwner(listener.port(), 0, user, ""));
  }

  private static Optional<Long> holder(String socket) {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (var process : processes) {
        if (holds(process, socket)) {
          return Optional.of(Long.parseLong(process.getFileName().toString()));
        }
      }
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean holds(Path process, String socket) {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      for (var descriptor : descriptors) {
        if (points(descriptor, socket)) {
          return true;
        }
      }
      return false;
    } catch (IOException otherUsersProcess) {
      return false;
    }
  }

  private static boolean points(Path descriptor, String socket) {
    try {
      return socket.equals(Files.readSymbolicLink(descriptor).toString());
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }
}
