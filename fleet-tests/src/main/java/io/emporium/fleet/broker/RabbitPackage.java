package io.emporium.fleet.broker;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.report.Terminal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// RabbitMQ's own start script on this machine, installed from the distribution when that is
/// allowed.
final class RabbitPackage {
  /// Debian's `/usr/sbin/rabbitmq-server` only runs as root or as its own user; the script behind
  /// it runs as anybody.
  private static final List<Path> SCRIPTS =
      List.of(
          Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server"),
          Path.of("/opt/rabbitmq/sbin/rabbitmq-server"),
          Path.of("/usr/local/sbin/rabbitmq-server"));

  private static final Path POLICY = Path.of("/usr/sbin/policy-rc.d");
  private final Terminal terminal;
  private final Path log;

  RabbitPackage(Terminal terminal, Path log) {
    this.terminal = terminal;
    this.log = log;
  }

  Path findOrInstall() throws IOException, InterruptedException {
    var found = find();
    if (found.isPresent()) {
      return found.get();
    }
    if (!isRoot() || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
      throw new FleetProblem(
          """
          RabbitMQ is not installed and nothing accepts the configured credentials.
          Install it (Debian, as root: apt-get install rabbitmq-server; it need not be started),
          or point RABBITMQ_HOST, RABBITMQ_PORT, RABBITMQ_USERNAME and RABBITMQ_PASSWORD at one.""");
    }
    install();
    return find()
        .orElseThrow(
            () -> new FleetProblem("rabbitmq-server was installed but not found; see " + log));
  }

  private static Optional<Path> find() {
    return SCRIPTS.stream().filter(Files::isExecutable).findFirst();
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private void install() throws IOException, InterruptedException {
    terminal.step(
        "broker", "installing Debian's rabbitmq-server (not started as a system service)");
    var policyIsOurs = forbidServiceStarts();
    try {
      if (apt("install", "-y", "--no-install-recommends", "rabbitmq-server") != 0) {
        apt("update");
        if (apt("install", "-y", "--no-install-recommends", "rabbitmq-server") != 0) {
          throw new FleetProblem("apt-get could not install rabbitmq-server; see " + log);
        }
      }
      keepOffAtBoot();
    } finally {
      if (policyIsOurs) {
        Files.deleteIfExists(POLICY);
      }
    }
  }

  /// Debian asks this script before it starts a service that was just installed; 101 means no.
  private static boolean forbidServiceStarts() throws IOException {
    if (Files.exists(POLICY)) {
      return false;
    }
    Files.writeString(POLICY, "#!/bin/sh\nexit 101\n");
    Files.setPosixFilePermissions(POLICY, PosixFilePermissions.fromString("rwxr-xr-x"));
    return true;
  }

  private void keepOffAtBoot() throws IOException, InterruptedException {
    if (Files.isDirectory(Path.of("/run/systemd/system"))) {
      run(List.of("systemctl", "disable", "rabbitmq-server"));
    }
  }

  private int apt(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("apt-get", "-q"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private int run(List<String> command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command);
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    builder.redirectInput(new File("/dev/null"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return builder.start().waitFor();
  }
}
