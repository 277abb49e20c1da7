package io.emporium.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetProcessTest {
  @TempDir Path folder;

  private FleetProcess start(String... command) throws IOException {
    var launcher = new Launcher(new PidFiles(folder.resolve("run")), Clock.systemUTC());
    return launcher.start(
        new Launch(
            "sleeper",
            List.of(command),
            folder,
            Map.of("WORD", "hello"),
            folder.resolve("logs/sleeper.log"),
            "build"));
  }

  @Test
  void findsAStartedProcessAgainThroughItsPidFile() throws IOException, InterruptedException {
    var pids = new PidFiles(folder.resolve("run"));
    var process = start("sleep", "60");

    assertThat(pids.findAlive("sleeper")).contains(process);

    assertThat(new Stopper(pids, Duration.ofSeconds(5)).stop(List.of(process))).isEmpty();
    assertThat(process.isAlive()).isFalse();
    assertThat(pids.find("sleeper")).isEmpty();
  }

  @Test
  void doesNotTakeARecycledPidForItsOwn() throws IOException, InterruptedException {
    var pids = new PidFiles(folder.resolve("run"));
    var process = start("sleep", "60");
    var recycled =
        new FleetProcess(
            "sleeper",
            process.pid(),
            process.startTicks() - 1,
            process.bootId(),
            "",
            Instant.EPOCH);
    var otherBoot =
        new FleetProcess(
            "sleeper", process.pid(), process.startTicks(), "another", "", Instant.EPOCH);

    assertThat(recycled.isAlive()).isFalse();
    assertThat(otherBoot.isAlive()).isFalse();
    assertThat(new Stopper(pids, Duration.ZERO).stop(List.of(recycled, otherBoot))).isEmpty();
    assertThat(process.isAlive()).isTrue();
    new Stopper(pids, Duration.ZERO).kill(process);
  }

  @Test
  void killsWhatDoesNotEndByItself() throws IOException, InterruptedException {
    var pids = new PidFiles(folder.resolve("run"));
    var process = start("sh", "-c", "trap '' TERM; echo $WORD; while :; do sleep 0.1; done");
    awaitLog("hello");

    assertThat(new Stopper(pids, Duration.ofMillis(300)).stop(List.of(process)))
        .containsExactly("sleeper");
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void runsInASessionOfItsOwn() throws IOException, InterruptedException {
    var process = start("sleep", "60");

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> session(process), Long.toString(process.pid())::equals);
    new Stopper(new PidFiles(folder.resolve("run")), Duration.ZERO).kill(process);
  }

  @Test
  void readsStartTicksBehindACommandNameWithBrackets() {
    var stat = "42 (a) (b c) S 1 42 42 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 1 0 98765 0 0";

    assertThat(ProcFs.parseStartTicks(stat)).contains(98765L);
    assertThat(ProcFs.parseStartTicks(stat.replace(" S ", " Z "))).isEmpty();
  }

  @Test
  void readsResidentMemory() {
    assertThat(ProcFs.parseResidentMiB("Name:\tjava\nVmRSS:\t  210944 kB\n")).contains(206L);
  }

  private static String session(FleetProcess process) throws IOException {
    var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
  }

  private void awaitLog(String text) {
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> Files.readString(folder.resolve("logs/sleeper.log")).contains(text));
  }
}
