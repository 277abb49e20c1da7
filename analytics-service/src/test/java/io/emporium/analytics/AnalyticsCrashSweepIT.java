package io.emporium.analytics;

import io.emporium.analytics.stock.StockLevel;
import io.emporium.events.analytics.TrackSale;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.inventory.StockBack;
import io.emporium.events.inventory.StockChanged;
import io.emporium.events.inventory.StockLow;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderRejected;
import io.emporium.events.payment.PaymentCaptured;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.SampleCompany;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.NewsSamples;
import io.emporium.kit.testing.crash.Sample;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;

/// Every handler of the service, halted at each of its points.
@ServiceTest
class AnalyticsCrashSweepIT extends CrashSweep {

  @Autowired private TestApi api;
  @Autowired private RecordStore<StockLevel> levels;

  @Override
  protected List<Sample> samples() {
    List<Sample> all = new ArrayList<>();
    all.addAll(orders());
    all.addAll(stock());
    all.addAll(companies());
    return all;
  }

  private List<Sample> orders() {
    NewsSamples<Selling> news = about(AnalyticsCrashSweepIT::order, this::figures);
    Function<Selling, OrderCreated> placed = w -> w.placed(order(w));
    Function<Selling, TrackSale> sold = w -> w.sold(order(w), 2);
    return List.of(
        news.first(OrderCreated.class, "heard of first", placed),
        news.first(TrackSale.class, "heard of first", sold),
        news.after(placed, TrackSale.class, "of a placed order", sold),
        news.after(placed, OrderCancelled.class, "of a placed order", w -> w.cancelled(order(w))),
        news.after(placed, OrderRejected.class, "of a placed order", w -> w.rejected(order(w))),
        news.after(placed, OrderExpired.class, "of a placed order", w -> w.expired(order(w))),
        news.after(sold, PaymentRefunded.class, "of a sale", w -> w.refunded(order(w), "r", 595)),
        news.first(PaymentRefunded.class, "heard of first", w -> w.refunded(order(w), "r", 595)),
        news.after(sold, PaymentCaptured.class, "of a sale", w -> w.captured(order(w), 595)),
        news.first(PaymentCaptured.class, "heard of first", w -> w.captured(order(w), 595)));
  }

  private List<Sample> stock() {
    NewsSamples<Selling> news =
        about(
            Selling::warehouse,
            w -> figures(w) + levels.find(Scope.company(w.company()), w.warehouse() + ":TEA"));
    return List.of(
        news.first(StockChanged.class, "of something new", w -> w.stocked(9)),
        news.first(StockLow.class, "of something new", w -> w.low(3)),
        news.after(w -> w.stocked(9), StockLow.class, "of what fell", w -> w.low(3)),
        news.after(w -> w.low(3), StockChanged.class, "of what was low", w -> w.stocked(9)),
        news.after(w -> w.stocked(0), StockBack.class, "of what was out", w -> w.back(4)));
  }

  private List<Sample> companies() {
    NewsSamples<Selling> news = about(Selling::company, this::figures);
    Function<Selling, CompanyCreated> created =
        w -> new CompanyCreated(SampleCompany.of(w.company()).snapshot());
    return List.of(
        news.first(CompanyCreated.class, "new", created),
        news.after(
            created,
            CompanySettingsChanged.class,
            "that moves",
            w ->
                new CompanySettingsChanged(
                    SampleCompany.of(w.company()).in(ZoneId.of("Asia/Tokyo")).snapshot())));
  }

  private NewsSamples<Selling> about(
      Function<Selling, String> subject, Function<Selling, String> state) {
    return newsOf(Selling::fresh, subject, Selling::company, state);
  }

  private String figures(Selling selling) {
    return selling.figures(api);
  }

  private static String order(Selling selling) {
    return selling.order("o");
  }
}
