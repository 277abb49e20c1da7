package io.emporium.analytics.dashboard;

import io.emporium.analytics.sales.OrderFact;
import io.emporium.analytics.sales.Sale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Works a series out from the facts.
@Component
public class MakeSeries {

  /// @param from first day
  /// @param to last day, included
  public record Query(LocalDate from, LocalDate to, Interval interval) {}

  private final SoldOrders orders;

  MakeSeries(SoldOrders orders) {
    this.orders = orders;
  }

  public Series handle(View view, Query query) {
    ZonedDateTime first = query.from().atStartOfDay(view.zone());
    ZonedDateTime end = query.to().plusDays(1).atStartOfDay(view.zone());
    Map<Instant, Bucket> buckets = new TreeMap<>();
    Interval interval = query.interval();
    for (ZonedDateTime at = first; at.isBefore(end); at = interval.next(at)) {
      buckets.put(at.toInstant(), new Bucket());
    }
    orders.each(
        view,
        new Span(first.toInstant(), end.toInstant()),
        fact -> add(buckets, fact, interval, view));
    List<Series.Point> points = new ArrayList<>(buckets.size());
    buckets.forEach((start, bucket) -> points.add(bucket.point(start)));
    return new Series(query.from(), query.to(), interval, view.zone(), points);
  }

  private static void add(
      Map<Instant, Bucket> buckets, OrderFact fact, Interval interval, View view) {
    Instant soldAt = fact.soldAt();
    Sale.Kept left = fact.kept();
    if (soldAt != null && left != null) {
      Instant start = interval.start(soldAt.atZone(view.zone())).toInstant();
      buckets.computeIfAbsent(start, _ -> new Bucket()).add(left);
    }
  }

  private static final class Bucket {

    private final MoneyByCurrency revenue = new MoneyByCurrency();
    private final MoneyByCurrency tax = new MoneyByCurrency();
    private long orders;

    void add(Sale.Kept left) {
      orders++;
      revenue.add(left.net());
      tax.add(left.tax());
    }

    Series.Point point(Instant start) {
      return new Series.Point(start, orders, revenue.sums(), tax.sums());
    }
  }
}
