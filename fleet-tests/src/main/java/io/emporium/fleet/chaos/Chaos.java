package io.emporium.fleet.chaos;

import io.emporium.fleet.audit.Audit;
import io.emporium.fleet.audit.Drift;
import io.emporium.fleet.bench.BenchShop;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.control.RunningFleet;
import io.emporium.fleet.report.Terminal;
import io.emporium.fleet.roster.Roster;
import io.emporium.fleet.roster.Service;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `./fleet chaos`: orders run while everything dies in turn; then the books are audited.
public final class Chaos {

  private static final int PRODUCTS = 6;
  private static final int UNITS = 100_000;
  private static final int SET_UP_THREADS = 4;

  /// What an order may take to its end once everybody is healthy.
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

  /// Longer than allowed, so that a run says how long it really takes.
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private final FleetContext context;
  private final RunningFleet fleet;
  private final Terminal terminal;
  private final Clock clock;
  private final Api anyone;

  public Chaos(FleetContext context, Clock clock) {
    this.context = context;
    this.fleet = new RunningFleet(context);
    this.terminal = context.terminal();
    this.clock = clock;
    this.anyone = new Api(context.gateway());
  }

  public ChaosResult run(ChaosPlan plan) throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<Kill> schedule = KillSchedule.of(plan, victims());
    terminal.step(
        "chaos",
        "%d orders by %d customers, %d deaths, seed %d"
            .formatted(plan.orders(), plan.customers(), schedule.size(), plan.seed()));
    BenchShop shop = open();
    List<String> products = stocked(shop);
    Pace pace = new Pace();
    Buyers buyers = new Buyers(customers(shop, plan), products, plan, pace, terminal);
    Deaths deaths = new Deaths(fleet, terminal);
    buyers.start();
    try {
      deaths.carryOut(schedule, pace, 2 * plan.customers());
      terminal.step("buyers", "all processes are back; the last orders are placed");
      buyers.awaitDone();
    } finally {
      buyers.interrupt();
    }

    long healthy = System.nanoTime();
    Aftermath aftermath = new Aftermath(operator(), shop.shopId());
    Map<String, OrderEnd> ends = aftermath.awaitTerminal(PATIENCE);
    Duration settled = Duration.ofNanos(System.nanoTime() - healthy);

    List<String> violations = new ArrayList<>(deaths.complaints());
    violations.addAll(buyers.failures());
    if (settled.compareTo(SETTLED_WITHIN) > 0) {
      violations.add(
          "orders were under way for " + settled.toSeconds() + " s after the last death");
    }
    violations.addAll(aftermath.complaints(buyers.accepted(), ends));
    List<Drift> drifts = audit();
    drifts.forEach(drift -> violations.add("audit: " + drift));
    ChaosResult result =
        new ChaosResult(
            plan,
            deaths.kills(),
            deaths.slowest(),
            counted(buyers.accepted(), ends),
            Duration.ofNanos(System.nanoTime() - start),
            settled,
            violations,
            drifts.size());
    new ChaosReport(context).print(result);
    return result;
  }

  /// Everybody but local-stack, which stands for the outside world. A broker that this fleet has
  /// found running is somebody else's.
  private List<String> victims() throws IOException {
    List<String> victims = new ArrayList<>();
    Roster.SERVICES.stream().map(Service::name).forEach(victims::add);
    if (fleet.broker().own()) {
      victims.add(Roster.RABBITMQ);
    } else {
      terminal.line(terminal.warn("the broker is not this fleet's own and is not killed"));
    }
    return victims;
  }

  private BenchShop open() {
    String run = "chaos" + Long.toString(clock.millis(), Character.MAX_RADIX);
    Map<String, String> settings = context.settings().values();
    return BenchShop.open(
        anyone,
        run,
        settings.getOrDefault("SUPER_ADMIN_EMAIL", ""),
        settings.getOrDefault("SUPER_ADMIN_PASSWORD", ""));
  }

  private static List<String> stocked(BenchShop shop) {
    List<String> products = shop.publish(PRODUCTS, SET_UP_THREADS);
    for (int i = 0; i < products.size(); i++) {
      shop.stock(i, UNITS);
    }
    shop.awaitSearchable(products.size());
    return products;
  }

  private List<PersistentClient> customers(BenchShop shop, ChaosPlan plan) {
    return shop.accounts(plan.customers(), SET_UP_THREADS).stream()
        .map(account -> new PersistentClient(anyone, account.email(), account.password()))
        .toList();
  }

  private PersistentClient operator() {
    Map<String, String> settings = context.settings().values();
    return new PersistentClient(
        anyone,
        settings.getOrDefault("SUPER_ADMIN_EMAIL", ""),
        settings.getOrDefault("SUPER_ADMIN_PASSWORD", ""));
  }

  private List<Drift> audit() throws IOException {
    return new Audit(fleet.auditSources(), context.settings().values(), terminal, clock)
        .run(SETTLED_WITHIN);
  }

  private static Map<String, Integer> counted(
      Map<String, PlacedOrder> accepted, Map<String, OrderEnd> ends) {
    Map<String, Integer> counted = new TreeMap<>();
    accepted.forEach(
        (id, order) -> {
          String status = ends.containsKey(id) ? ends.get(id).status() : "lost";
          counted.merge(order.fate() + " " + status, 1, Integer::sum);
        });
    return counted;
  }
}
