package io.emporium.analytics.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "DAY, 2026-11-25T10:00+01:00[Europe/Berlin], 2026-11-24T23:00:00Z, 2026-11-25T23:00:00Z,"
        + " 2026-11-23T23:00:00Z, 2026-11-24T09:00:00Z",
    "WEEK, 2026-11-25T10:00+01:00[Europe/Berlin], 2026-11-22T23:00:00Z, 2026-11-29T23:00:00Z,"
        + " 2026-11-15T23:00:00Z, 2026-11-18T09:00:00Z",
    "MONTH, 2026-03-31T10:00+02:00[Europe/Berlin], 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z,"
        + " 2026-01-31T23:00:00Z, 2026-02-28T09:00:00Z",
    "DAY, 2026-10-25T12:00+01:00[Europe/Berlin], 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z,"
        + " 2026-10-23T22:00:00Z, 2026-10-24T10:00:00Z"
  })
  void beginsAndEndsInItsZone(
      Period period, String now, Instant from, Instant to, Instant previous, Instant sameAge) {
    ZonedDateTime at = ZonedDateTime.parse(now);

    assertThat(period.around(at)).isEqualTo(new Span(from, to));
    assertThat(period.before(at)).isEqualTo(new Span(previous, sameAge));
  }
}
