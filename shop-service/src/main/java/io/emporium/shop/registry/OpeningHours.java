package io.emporium.shop.registry;

import io.emporium.kit.problem.Refusal;
import java.time.DayOfWeek;
import java.util.List;

/// One span of a weekday, in the shop's zone: `09:00` to `18:30`. What is open past midnight is two
/// spans: up to `24:00`, and from `00:00` of the next day.
public record OpeningHours(DayOfWeek day, String opens, String closes) {

  /// @throws Refusal invalid, when a span is empty or overlaps another
  static void check(List<OpeningHours> week) {
    for (int i = 0; i < week.size(); i++) {
      OpeningHours span = week.get(i);
      if (span.opens.compareTo(span.closes) >= 0) {
        throw Refusal.invalid("/openingHours/" + i + "/closes", "must be later than opens");
      }
      for (int earlier = 0; earlier < i; earlier++) {
        if (span.overlaps(week.get(earlier))) {
          throw Refusal.invalid("/openingHours/" + i, "overlaps /openingHours/" + earlier);
        }
      }
    }
  }

  // Written with leading zeros, times compare as texts; `24:00` comes after them all.
  private boolean overlaps(OpeningHours other) {
    return day == other.day
        && opens.compareTo(other.closes) < 0
        && other.opens.compareTo(closes) < 0;
  }
}
