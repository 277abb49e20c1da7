package io.emporium.fleet.process;

import io.emporium.fleet.FleetProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Starts processes that outlive the command: own session, no terminal, output to a file.
public final class Launcher {
  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));
  private final PidFiles pids;
  private final Clock clock;

  public Launcher(PidFiles pids, Clock clock) {
    this.pids = pids;
    this.clock = clock;
  }

  public FleetProcess start(Launch launch) throws IOException {
    keepLastLog(launch.log());
    var builder = new ProcessBuilder(detached(launch.command()));
    builder.directory(launch.folder().toFile());
    builder.environment().putAll(launch.environment());
    builder.redirectInput(new File("/dev/null"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(launch.log().toFile());
    var started = builder.start();
    var process = identify(launch, started.pid());
    pids.save(process);
    return process;
  }

  private FleetProcess identify(Launch launch, long pid) {
    var ticks =
        ProcFs.startTicks(pid)
            .orElseThrow(
                () ->
                    new FleetProblem(
                        launch.name() + " ended as soon as it was started; see " + launch.log()));
    return new FleetProcess(
        launch.name(), pid, ticks, ProcFs.bootId(), launch.build(), clock.instant());
  }

  /// `setsid` execs in place when it does not lead a group, and ours never does: the pid stays.
  private static List<String> detached(List<String> command) {
    var setsid = SETSID.stream().filter(Files::isExecutable).findFirst();
    var all = new ArrayList<String>();
    setsid.ifPresent(path -> all.add(path.toString()));
    all.addAll(command);
    return all;
  }

  private static void keepLastLog(Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    if (Files.exists(log)) {
      var last = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, last, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
