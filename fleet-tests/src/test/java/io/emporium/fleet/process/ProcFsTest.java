package io.emporium.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcFsTest {

  @Test
  void cpuTimeIsUserAndKernelTimeWhateverTheProcessCallsItself() {
    String stat = "42 (java (x) y) S 1 42 42 0 -1 4194304 9 0 0 0 150 25 0 0 20 0 30 0 12345 1 2 3";

    assertThat(ProcFs.parseCpuTime(stat)).isEqualTo(Duration.ofMillis(1_750));
  }

  @Test
  void knowsItsOwn() {
    assertThat(ProcFs.cpuTime(ProcessHandle.current().pid())).get().matches(d -> !d.isNegative());
  }
}
