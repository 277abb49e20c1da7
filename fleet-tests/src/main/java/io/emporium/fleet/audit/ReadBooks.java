package io.emporium.fleet.audit;

import io.emporium.fleet.audit.Books.Order;
import io.emporium.fleet.audit.Books.Sales;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.report.Terminal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads all ledgers as a super admin, over HTTP alone: what an operator can do, an audit can do.
final class ReadBooks {

  /// What analytics answers for in one question.
  private static final int MOST_DAYS = 90;

  private final Api superAdmin;
  private final @Nullable Api provider;
  private final Pages pages;
  private final Clock clock;

  /// @param provider local-stack, whose ledger stands for the providers'; null where there is none
  ReadBooks(Api superAdmin, @Nullable Api provider, Terminal terminal, Clock clock) {
    this.superAdmin = superAdmin;
    this.provider = provider;
    this.pages = new Pages(superAdmin, terminal);
    this.clock = clock;
  }

  Books handle() {
    List<Order> orders = pages.all("/api/orders?sort=placedAt,asc", Ledgers::order);
    List<Drift> complaints = new ArrayList<>();
    complaints.addAll(pages.all("/api/payments/orphans?sort=_id,asc", Ledgers::orphan));
    complaints.addAll(invariants());
    return new Books(
        orders,
        pages.all("/api/payments?sort=createdAt,asc", Ledgers::payment),
        ledger("/ledger/charges", Ledgers::charge),
        ledger("/ledger/refunds", Ledgers::givenBack),
        pages.all("/api/inventory/v1/reservations?sort=changedAt,asc", Ledgers::reservation),
        pages.all("/api/inventory/v1/products?sort=_id,asc", Ledgers::stock),
        pages.allAfter("/api/inventory/v1/movements", Ledgers::movement),
        analytics(orders),
        complaints);
  }

  /// Whether there is a provider's ledger to compare with.
  boolean knowsProvider() {
    return provider != null;
  }

  private List<Drift> invariants() {
    JsonNode answer = superAdmin.get("/api/inventory/v1/invariants").expect(200).json();
    List<Drift> found = new ArrayList<>();
    for (JsonNode drift : answer.path("drifts")) {
      found.add(Ledgers.invariant(drift));
    }
    long pending = Ledgers.number(answer, "/pending");
    if (pending > 0) {
      found.add(
          new Drift(
              "inventory: pending",
              Drift.NOBODY,
              "stock",
              pending + " differences that messages on their way explain"));
    }
    return found;
  }

  private <T> List<T> ledger(String path, Function<JsonNode, T> entry) {
    List<T> rows = new ArrayList<>();
    if (provider != null) {
      for (JsonNode row : provider.get(path).expect(200).json()) {
        rows.add(entry.apply(row));
      }
    }
    return rows;
  }

  // A company with older sales than one question covers is left out rather than compared in part.
  private Map<String, Sales> analytics(List<Order> orders) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate first = today.minusDays(MOST_DAYS - 2);
    Instant covered = first.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Set<String> companies = new TreeSet<>();
    orders.forEach(order -> companies.add(order.companyId()));
    orders.stream()
        .filter(order -> order.placedAt().isBefore(covered))
        .forEach(order -> companies.remove(order.companyId()));
    String span = "&from=" + first + "&to=" + today.plusDays(1);
    Map<String, Sales> told = new TreeMap<>();
    for (String company : companies) {
      String path = "/api/analytics/sales?interval=day" + span + "&company=" + Encoded.of(company);
      told.put(company, sales(superAdmin.get(path).expect(200).json()));
    }
    return told;
  }

  private static Sales sales(JsonNode series) {
    long orders = 0;
    Map<String, Long> net = new TreeMap<>();
    for (JsonNode point : series.path("points")) {
      orders += Ledgers.number(point, "/orders");
      for (JsonNode sum : point.path("revenue")) {
        Books.Money money = Ledgers.money(sum);
        net.merge(money.currency(), money.amount(), Long::sum);
      }
    }
    return new Sales(orders, net);
  }
}
