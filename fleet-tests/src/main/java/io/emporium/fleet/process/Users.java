package io.emporium.fleet.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Names of user ids, from the password file.
final class Users {
  private static final Path PASSWD = Path.of("/etc/passwd");

  private Users() {}

  static String name(int uid) {
    var id = Integer.toString(uid);
    try (var lines = Files.lines(PASSWD)) {
      return lines
          .map(line -> line.split(":"))
          .filter(fields -> fields.length > 2 && fields[2].equals(id))
          .map(fields -> fields[0])
          .findFirst()
          .orElse(id);
    } catch (IOException unreadable) {
      return id;
    }
  }
}
