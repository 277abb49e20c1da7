package io.emporium.analytics.dashboard.web;

import io.emporium.analytics.dashboard.Interval;
import io.emporium.analytics.dashboard.MakeSeries;
import io.emporium.kit.problem.Refusal;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// @param from first day; thirty days before `to` when left out
/// @param to last day, included; today when left out
/// @param interval hour or day
record SeriesRequest(
    @Nullable @Size(max = 40) String from,
    @Nullable @Size(max = 40) String to,
    @Nullable @Size(max = 10) String interval,
    @Nullable @Size(max = 100) String shop,
    @Nullable @Size(max = 100) String company) {

  private static final int DEFAULT_DAYS = 30;

  MakeSeries.Query toQuery(LocalDate today) {
    LocalDate last = to == null ? today : Parameters.day("to", to);
    LocalDate first =
        from == null ? last.minusDays(DEFAULT_DAYS - 1) : Parameters.day("from", from);
    Interval width =
        interval == null ? Interval.DAY : Parameters.oneOf(Interval.class, "interval", interval);
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days < 1) {
      throw Refusal.invalid("from", "must not be after to");
    }
    if (days > width.maxDays()) {
      throw Refusal.invalid("from", "must be at most " + width.maxDays() + " days before to");
    }
    return new MakeSeries.Query(first, last, width);
  }
}
