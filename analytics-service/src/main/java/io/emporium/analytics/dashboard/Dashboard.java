package io.emporium.analytics.dashboard;

import io.emporium.analytics.stock.LowStock;
import io.emporium.events.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of a period and, to compare, of the one before.
///
/// @param revenue net of tax and of refunds, one sum per currency
/// @param averageOrder revenue per order that was not refunded in full
/// @param conversionBasisPoints share of the orders placed in the period that were confirmed; null
///   when none was placed
public record Dashboard(
    Period period,
    ZoneId timeZone,
    Instant from,
    Instant to,
    List<Money> revenue,
    List<Money> tax,
    OrderCounts orders,
    List<Money> averageOrder,
    @Nullable Long conversionBasisPoints,
    List<TopProduct> topProducts,
    List<LowStock> lowStock,
    Previous previous) {

  /// As far as the period before had come at the same age.
  public record Previous(Instant from, Instant to, List<Money> revenue, OrderCounts orders) {}
}
