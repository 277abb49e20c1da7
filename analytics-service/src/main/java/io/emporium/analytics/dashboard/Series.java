package io.emporium.analytics.dashboard;

import io.emporium.events.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Sales over time; every point of the span is there, also those without a sale.
///
/// @param to last day, included
public record Series(
    LocalDate from, LocalDate to, Interval interval, ZoneId timeZone, List<Point> points) {

  /// @param orders confirmed
  /// @param revenue net of tax and of refunds, one sum per currency
  public record Point(Instant start, long orders, List<Money> revenue, List<Money> tax) {}
}
