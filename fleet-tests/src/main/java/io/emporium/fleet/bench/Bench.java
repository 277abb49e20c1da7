package io.emporium.fleet.bench;

import io.emporium.fleet.client.Api;
import io.emporium.fleet.report.Table;
import io.emporium.fleet.report.Terminal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Orders per second all the way to confirmed, and product searches per second.
public final class Bench {

  /// @param warmUpOrders before anything is measured
  /// @param orders of the loaded run
  /// @param concurrency customers at once
  /// @param products in the catalogue
  /// @param searchTime how long to search
  public record Plan(
      int warmUpOrders, int orders, int concurrency, int products, Duration searchTime) {}

  private static final int IDLE_ORDERS = 20;
  private static final int ORDERED_PRODUCTS = 20;
  private static final int PLENTY = 1_000_000;
  private static final int SET_UP_THREADS = 8;

  private final Api anyone;
  private final Terminal terminal;
  private final Map<String, String> settings;
  private final String run;

  public Bench(URI gateway, Map<String, String> settings, Terminal terminal, Clock clock) {
    this.anyone = new Api(gateway);
    this.settings = settings;
    this.terminal = terminal;
    this.run = Long.toString(clock.millis() / 100, Character.MAX_RADIX);
  }

  /// @return whether nothing failed
  public boolean run(Plan plan) {
    terminal.step("set up", plan.products() + " products, " + plan.concurrency() + " customers");
    BenchShop shop =
        BenchShop.open(
            anyone,
            run,
            settings.getOrDefault("SUPER_ADMIN_EMAIL", ""),
            settings.getOrDefault("SUPER_ADMIN_PASSWORD", ""));
    List<String> products = shop.publish(plan.products(), SET_UP_THREADS);
    int ordered = Math.min(ORDERED_PRODUCTS, products.size());
    for (int i = 0; i < ordered; i++) {
      shop.stock(i, PLENTY);
    }
    List<Api> customers = shop.customers(plan.concurrency(), SET_UP_THREADS);
    shop.awaitSearchable(plan.products());
    List<String> bought = products.subList(0, ordered);

    OrderRun idle;
    OrderRun loaded;
    try (Confirmations feed =
        new Confirmations(anyone.base(), shop.managerToken(), shop.shopId())) {
      terminal.step("warm up", plan.warmUpOrders() + " orders");
      var _ = new OrderRun(bought, customers, feed).place(plan.warmUpOrders());
      terminal.step("idle", IDLE_ORDERS + " orders, one after another");
      idle = new OrderRun(bought, customers.subList(0, 1), feed).place(IDLE_ORDERS);
      terminal.step("loaded", plan.orders() + " orders at concurrency " + plan.concurrency());
      loaded = new OrderRun(bought, customers, feed).place(plan.orders());
    }
    terminal.step("search", plan.searchTime().toSeconds() + " s at concurrency 16");
    var _ = new SearchRun().search(anyone, 16, plan.searchTime().dividedBy(2));
    SearchRun search = new SearchRun().search(anyone, 16, plan.searchTime());

    report(idle, loaded, search);
    List<String> errors = new ArrayList<>(idle.errors());
    errors.addAll(loaded.errors());
    errors.stream().distinct().limit(5).forEach(error -> terminal.line(terminal.bad(error)));
    return errors.isEmpty() && search.errors() == 0;
  }

  private void report(OrderRun idle, OrderRun loaded, SearchRun search) {
    terminal.line("");
    new Table("figure", "per second", "p50 ms", "p99 ms", "errors")
        .row(cells("order accepted, idle", "-", idle.accepted(), idle.errors().size()))
        .row(cells("paid to confirmed, idle", "-", idle.confirmed(), idle.errors().size()))
        .row(cells("order accepted, loaded", "-", loaded.accepted(), loaded.errors().size()))
        .row(
            cells(
                "orders to confirmed",
                "%.1f".formatted(loaded.perSecond()),
                loaded.confirmed(),
                loaded.errors().size()))
        .row(
            cells(
                "product searches",
                "%.1f".formatted(search.perSecond()),
                search.latencies(),
                search.errors()))
        .lines()
        .forEach(terminal::line);
  }

  private static String[] cells(String figure, String perSecond, Latencies latencies, int errors) {
    return new String[] {
      figure,
      perSecond,
      latencies.percentile(50),
      latencies.percentile(99),
      Integer.toString(errors)
    };
  }
}
