package io.emporium.analytics.dashboard;

import io.emporium.analytics.sales.OrderFact;
import io.emporium.analytics.sales.Sale;
import io.emporium.analytics.stock.StockLevels;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Works a dashboard out from the facts.
@Component
public class MakeDashboard {

  private static final long WHOLE = 10_000;

  private final SoldOrders orders;
  private final StockLevels stock;
  private final Clock clock;

  MakeDashboard(SoldOrders orders, StockLevels stock, Clock clock) {
    this.orders = orders;
    this.stock = stock;
    this.clock = clock;
  }

  public Dashboard handle(View view, Period period) {
    ZonedDateTime now = clock.instant().atZone(view.zone());
    Span span = period.around(now);
    Sums sums = sums(view, span);
    OrderCounts counts = orders.counts(view, span);
    return new Dashboard(
        period,
        view.zone(),
        span.from(),
        span.to(),
        sums.revenue.sums(),
        sums.tax.sums(),
        counts,
        sums.kept.averages(),
        conversion(counts.placed(), orders.placedAndSold(view, span)),
        sums.products.best(),
        stock.lowIn(view.companyScope(), view.company()),
        previous(view, period.before(now)));
  }

  private Dashboard.Previous previous(View view, Span span) {
    return new Dashboard.Previous(
        span.from(), span.to(), sums(view, span).revenue.sums(), orders.counts(view, span));
  }

  private Sums sums(View view, Span span) {
    Sums sums = new Sums();
    orders.each(view, span, sums::add);
    return sums;
  }

  private static @Nullable Long conversion(long placed, long sold) {
    return placed == 0 ? null : Math.floorDiv(sold * WHOLE, placed);
  }

  private static final class Sums {

    private final MoneyByCurrency revenue = new MoneyByCurrency();
    private final MoneyByCurrency tax = new MoneyByCurrency();
    private final MoneyByCurrency kept = new MoneyByCurrency();
    private final TopProducts products = new TopProducts();

    void add(OrderFact fact) {
      Sale sale = fact.sale();
      Sale.Kept left = fact.kept();
      if (sale == null || left == null) {
        return;
      }
      revenue.add(left.net());
      tax.add(left.tax());
      if (left.net().amount() > 0) {
        kept.add(left.net());
        sale.lines().forEach(products::add);
      }
    }
  }
}
