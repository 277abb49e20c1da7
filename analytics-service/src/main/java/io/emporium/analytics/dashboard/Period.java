package io.emporium.analytics.dashboard;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/// What a dashboard looks at. Weeks begin on Monday.
public enum Period {
  DAY,
  WEEK,
  MONTH;

  /// The period that `now` lies in, whole.
  public Span around(ZonedDateTime now) {
    LocalDate first = firstDay(now.toLocalDate());
    return new Span(start(first, now), start(next(first), now));
  }

  /// The one before, as far as it had come when it was as old as the present one is now: a month
  /// that has just begun is not held against a full one.
  public Span before(ZonedDateTime now) {
    LocalDate first = firstDay(now.toLocalDate());
    Instant begin = start(previous(first), now);
    Instant end = start(first, now);
    Instant sameAge = back(now).toInstant();
    return new Span(begin, sameAge.isBefore(end) ? sameAge : end);
  }

  private LocalDate firstDay(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  private LocalDate next(LocalDate first) {
    return switch (this) {
      case DAY -> first.plusDays(1);
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
    };
  }

  private LocalDate previous(LocalDate first) {
    return switch (this) {
      case DAY -> first.minusDays(1);
      case WEEK -> first.minusWeeks(1);
      case MONTH -> first.minusMonths(1);
    };
  }

  private ZonedDateTime back(ZonedDateTime now) {
    return switch (this) {
      case DAY -> now.minusDays(1);
      case WEEK -> now.minusWeeks(1);
      case MONTH -> now.minusMonths(1);
    };
  }

  // The first instant of a day, which is not midnight everywhere and always.
  private static Instant start(LocalDate day, ZonedDateTime now) {
    return day.atStartOfDay(now.getZone()).toInstant();
  }
}
