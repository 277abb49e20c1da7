package io.emporium.fleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void alignsWordsLeftAndNumbersRightWhateverTheirColour() {
    var table =
        new Table("NAME", "PORT", "STATE")
            .row("auth-service", "8001", "\u001b[32mhealthy\u001b[0m")
            .row("db", "27017", "down");

    assertThat(table.lines())
        .containsExactly(
            "NAME           PORT  STATE",
            "auth-service   8001  \u001b[32mhealthy\u001b[0m",
            "db            27017  down");
  }

  @Test
  void showsDurationsForPeople() {
    assertThat(Durations.show(Duration.ofMillis(850))).isEqualTo("850 ms");
    assertThat(Durations.show(Duration.ofMillis(6430))).isEqualTo("6.4 s");
    assertThat(Durations.show(Duration.ofSeconds(185))).isEqualTo("3 min 05 s");
    assertThat(Durations.show(Duration.ofMinutes(130))).isEqualTo("2 h 10 min");
    assertThat(Durations.show(Duration.ofHours(76))).isEqualTo("3 d 4 h");
  }
}
