package io.emporium.auth.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CutoffTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

  @Test
  void liesAheadOfEverythingThatWasStampedBefore() {
    assertThat(Cutoff.after(Instant.EPOCH, NOW)).isAfter(NOW);
  }

  @Test
  void eachIsLaterThanTheOneBefore() {
    Instant one = Cutoff.after(Instant.EPOCH, NOW);
    Instant two = Cutoff.after(one, NOW);
    Instant byASlowClock = Cutoff.after(two, NOW.minusSeconds(60));

    assertThat(two).isAfter(one);
    assertThat(byASlowClock).isAfter(two);
  }

  @Test
  void isInWholeMillisecondsLikeWhatItIsComparedWith() {
    assertThat(Cutoff.after(Instant.EPOCH, NOW).getNano() % 1_000_000).isZero();
  }
}
