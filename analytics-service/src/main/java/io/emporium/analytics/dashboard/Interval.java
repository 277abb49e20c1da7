package io.emporium.analytics.dashboard;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// How wide a point of a series is.
public enum Interval {
  HOUR(31),
  DAY(366);

  private final int maxDays;

  Interval(int maxDays) {
    this.maxDays = maxDays;
  }

  /// How many days a series of this interval may span.
  public int maxDays() {
    return maxDays;
  }

  ZonedDateTime start(ZonedDateTime time) {
    return switch (this) {
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> time.toLocalDate().atStartOfDay(time.getZone());
    };
  }

  ZonedDateTime next(ZonedDateTime start) {
    return switch (this) {
      case HOUR -> start.plusHours(1);
      case DAY -> start.toLocalDate().plusDays(1).atStartOfDay(start.getZone());
    };
  }
}
