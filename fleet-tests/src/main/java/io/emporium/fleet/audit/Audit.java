package io.emporium.fleet.audit;

import io.emporium.fleet.client.Api;
import io.emporium.fleet.parking.ParkedMessage;
import io.emporium.fleet.parking.ParkingLot;
import io.emporium.fleet.report.Durations;
import io.emporium.fleet.report.Table;
import io.emporium.fleet.report.Terminal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `./fleet audit`: replays the ledgers of stock, payments, orders, analytics and the provider, and
/// prints where two of them disagree.
///
/// Messages may be on their way while it reads, so only what still disagrees a while later counts.
public final class Audit {

  /// What an audit looks at.
  ///
  /// @param provider local-stack; null where it is not there to be asked
  /// @param parking null where the broker is not there to be asked
  public record Sources(URI gateway, @Nullable URI provider, @Nullable ParkingLot parking) {}

  private static final Duration BETWEEN_READS = Duration.ofSeconds(3);
  private static final int MOST_SHOWN = 40;
  private static final String PARKING = "parking queues";
  private static final List<Check> CHECKS =
      List.of(
          new OrdersAndPayments(),
          new OrdersAndRefunds(),
          new PaymentsAndProvider(),
          new StockAndMovements(),
          new OrdersAndStock(),
          new AnalyticsAndOrders(),
          new OwnComplaints());

  private final Sources sources;
  private final Map<String, String> settings;
  private final Terminal terminal;
  private final Clock clock;

  public Audit(Sources sources, Map<String, String> settings, Terminal terminal, Clock clock) {
    this.sources = sources;
    this.settings = settings;
    this.terminal = terminal;
    this.clock = clock;
  }

  /// @param patience how long differences may be on their way
  /// @return what still disagreed then
  public List<Drift> run(Duration patience) {
    long start = System.nanoTime();
    ReadBooks read = new ReadBooks(superAdmin(), provider(), terminal, clock);
    Books books;
    Map<String, List<Drift>> found;
    do {
      books = read.handle();
      found = compare(books, read.knowsProvider());
    } while (isDrifting(found) && System.nanoTime() - start < patience.toNanos() && pause());
    terminal.clear();
    report(books, found, start);
    return found.values().stream().flatMap(List::stream).toList();
  }

  private Map<String, List<Drift>> compare(Books books, boolean withProvider) {
    Map<String, List<Drift>> found = new LinkedHashMap<>();
    for (Check check : CHECKS) {
      if (withProvider || !(check instanceof PaymentsAndProvider)) {
        found.put(check.name(), check.of(books));
      }
    }
    if (sources.parking() != null) {
      found.put(PARKING, parked(sources.parking()));
    }
    return found;
  }

  private static List<Drift> parked(ParkingLot lot) {
    List<Drift> found = new ArrayList<>();
    for (String service : lot.occupied()) {
      for (ParkedMessage message : lot.list(service)) {
        found.add(
            new Drift(
                PARKING,
                Optional.ofNullable(message.companyId()).orElse(Drift.NOBODY),
                service + " " + message.id(),
                message.type() + " from " + message.queue() + ": " + message.reason()));
      }
    }
    return found;
  }

  private static boolean isDrifting(Map<String, List<Drift>> found) {
    return found.values().stream().anyMatch(drifts -> !drifts.isEmpty());
  }

  private void report(Books books, Map<String, List<Drift>> found, long start) {
    terminal.step(
        "audit",
        "%d orders, %d payments, %d charges, %d movements, %d stock items read in %s"
            .formatted(
                books.orders().size(),
                books.payments().size(),
                books.charges().size(),
                books.movements().size(),
                books.stock().size(),
                Durations.since(start)));
    Table table = new Table("COMPARED", "DRIFTS", "");
    found.forEach(
        (name, drifts) ->
            table.row(
                name,
                Integer.toString(drifts.size()),
                drifts.isEmpty() ? terminal.good("agree") : terminal.bad("DRIFT")));
    table.lines().forEach(terminal::line);
    for (List<Drift> drifts : found.values()) {
      drifts.stream().limit(MOST_SHOWN).map(Audit::show).map(terminal::bad).forEach(terminal::line);
      if (drifts.size() > MOST_SHOWN) {
        terminal.line("… and " + (drifts.size() - MOST_SHOWN) + " more of these");
      }
    }
  }

  private static String show(Drift drift) {
    return "%s | company %s | %s | %s"
        .formatted(drift.ledger(), drift.companyId(), drift.subject(), drift.detail());
  }

  private Api superAdmin() {
    Api anyone = new Api(sources.gateway());
    String token =
        anyone
            .post(
                "/api/auth/login",
                Map.of(
                    "email", settings.getOrDefault("SUPER_ADMIN_EMAIL", ""),
                    "password", settings.getOrDefault("SUPER_ADMIN_PASSWORD", "")))
            .expect(200)
            .text("/accessToken");
    return anyone.as(token);
  }

  private @Nullable Api provider() {
    return sources.provider() == null ? null : new Api(sources.provider());
  }

  private static boolean pause() {
    try {
      Thread.sleep(BETWEEN_READS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
