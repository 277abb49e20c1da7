package io.emporium.fleet.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What Linux tells about processes under `/proc`.
public final class ProcFs {
  private static final Path PROC = Path.of("/proc");
  private static final int USER_TICKS = 11;
  private static final int KERNEL_TICKS = 12;
  private static final int START_TICKS = 19;
  // USER_HZ, in which the kernel reports whatever its own clock does.
  private static final int MILLIS_PER_TICK = 10;

  private ProcFs() {}

  /// Ticks between boot and the start of the process; empty when it is gone or only a zombie.
  static Optional<Long> startTicks(long pid) {
    return read(PROC.resolve(pid + "/stat")).flatMap(ProcFs::parseStartTicks);
  }

  /// The command name stands in brackets and may hold spaces and brackets itself.
  static Optional<Long> parseStartTicks(String stat) {
    var fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
    var state = fields[0];
    return "Z".equals(state) || "X".equals(state)
        ? Optional.empty()
        : Optional.of(Long.parseLong(fields[START_TICKS]));
  }

  /// CPU time of the process since its start, user and kernel; empty when it is gone.
  public static Optional<Duration> cpuTime(long pid) {
    return read(PROC.resolve(pid + "/stat")).map(ProcFs::parseCpuTime);
  }

  static Duration parseCpuTime(String stat) {
    var fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
    var ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[KERNEL_TICKS]);
    return Duration.ofMillis(ticks * MILLIS_PER_TICK);
  }

  static String bootId() {
    return read(PROC.resolve("sys/kernel/random/boot_id")).map(String::strip).orElse("");
  }

  static Optional<String> commandLine(long pid) {
    return read(PROC.resolve(pid + "/cmdline"))
        .map(line -> line.replace('\0', ' ').strip())
        .filter(line -> !line.isEmpty())
        .or(() -> read(PROC.resolve(pid + "/comm")).map(String::strip));
  }

  /// Resident memory in MiB.
  public static Optional<Long> residentMiB(long pid) {
    return read(PROC.resolve(pid + "/status")).flatMap(ProcFs::parseResidentMiB);
  }

  static Optional<Long> parseResidentMiB(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst();
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
