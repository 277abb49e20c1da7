package io.emporium.fleet.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureCauseTest {
  @Test
  void namesTheLastErrorWithItsDeepestCause() {
    var cause =
        FailureCause.of(
            List.of(
                "{\"level\":\"INFO\",\"message\":\"starting\"}",
                "{\"level\":\"ERROR\",\"message\":\"Application run failed\",\"stack_trace\":"
                    + "\"x.A: a\\n\\tat m\\nCaused by: x.B: b\\n\\tat n\\nCaused by: x.C: no route\\n\\tat o\"}",
                "{\"level\":\"INFO\",\"message\":\"bye\"}"));

    assertThat(cause).isEqualTo("Application run failed <- Caused by: x.C: no route");
  }

  @Test
  void prefersTheDescriptionThatBootGives() {
    var cause =
        FailureCause.of(
            List.of(
                "{\"level\":\"ERROR\",\"message\":\"\\n\\nAPPLICATION FAILED TO START\\n\\nDescription:\\n\\nWeb server failed to start. Port 8005 was already in use.\\n\\nAction:\\n\\nStop it.\"}"));

    assertThat(cause).isEqualTo("Web server failed to start. Port 8005 was already in use.");
  }

  @Test
  void fallsBackToAnExceptionLineAndThenToTheLastLine() {
    assertThat(FailureCause.of(List.of("java.lang.IllegalStateException: x", "\tat a.b", "")))
        .isEqualTo("java.lang.IllegalStateException: x");
    assertThat(FailureCause.of(List.of("one", "Killed", " "))).isEqualTo("Killed");
    assertThat(FailureCause.of(List.of())).isEqualTo("its log is empty");
  }
}
