package io.emporium.sales.invoice;

import io.emporium.kit.context.Steps;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Gives numbers to invoices, without gaps; see [NumberSeries] for why.
@Component
class Numbering {

  /// Many may want a number at once, on other instances too.
  private static final int ATTEMPTS = 200;

  /// How many open numbers are carried along before it is worth a look which of them are done.
  private static final int OPEN_ENOUGH = 16;

  /// A number that somebody wants.
  private record Wanted(
      InvoiceKind kind, Occasion occasion, ZoneId zone, NumberSeries.Crediting crediting) {}

  private final AggregateStore<NumberSeries> series;
  private final AggregateStore<Invoice> invoices;

  // Those of this instance queue up here instead of losing to each other in the database.
  private final ConcurrentHashMap<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  // A series that is there stays there.
  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  Numbering(AggregateStore<NumberSeries> series, AggregateStore<Invoice> invoices) {
    this.series = series.withAttempts(ATTEMPTS);
    this.invoices = invoices;
  }

  /// @return empty when the invoice exists
  Optional<TakenNumber> forInvoice(String companyId, Occasion occasion, ZoneId zone) {
    return take(
        companyId, new Wanted(InvoiceKind.INVOICE, occasion, zone, NumberSeries.Crediting.NOTHING));
  }

  /// @return empty when the credit note exists
  Optional<TakenNumber> forCreditNote(
      String companyId, Occasion occasion, ZoneId zone, NumberSeries.Crediting crediting) {
    return take(companyId, new Wanted(InvoiceKind.CREDIT_NOTE, occasion, zone, crediting));
  }

  private Optional<TakenNumber> take(String companyId, Wanted wanted) {
    String id = NumberSeries.idOf(companyId, wanted.kind());
    ReentrantLock turn = turns.computeIfAbsent(id, _ -> new ReentrantLock());
    turn.lock();
    try {
      // The message is consumed by the invoice, which is written after this.
      return Steps.onTheWay(() -> taken(new Scope.OfCompany(companyId), wanted));
    } finally {
      turn.unlock();
    }
  }

  private Optional<TakenNumber> taken(Scope.OfCompany company, Wanted wanted) {
    String id = NumberSeries.idOf(company.companyId(), wanted.kind());
    String invoiceId = wanted.occasion().invoiceId();
    begin(company, wanted.kind(), id);
    NumberSeries after =
        series.change(
            company,
            id,
            found -> {
              if (found.open().size() >= OPEN_ENOUGH) {
                var _ = found.forget(issued(company, found.open()));
              }
              return found.take(
                  wanted.occasion(),
                  wanted.zone(),
                  () -> invoices.find(company, invoiceId).isPresent(),
                  wanted.crediting());
            });
    return after.numberOf(invoiceId);
  }

  private void begin(Scope.OfCompany company, InvoiceKind kind, String id) {
    if (!begun.contains(id)) {
      if (series.find(company, id).isEmpty()) {
        var _ = series.create(NumberSeries.begun(company.companyId(), kind));
      }
      var _ = begun.add(id);
    }
  }

  /// Which of the numbers have their invoices.
  Set<String> issued(Scope company, List<TakenNumber> open) {
    List<String> ids =
        open.stream().map(each -> each.occasion().invoiceId()).limit(PageQuery.MAX_SIZE).toList();
    return invoices
        .list(
            company,
            new Document("_id", new Document("$in", ids)),
            PageQuery.first(PageQuery.MAX_SIZE))
        .stream()
        .map(Invoice::id)
        .collect(Collectors.toSet());
  }

  void forget(Scope.OfCompany company, NumberSeries found) {
    var _ = series.change(company, found.id(), each -> each.forget(issued(company, each.open())));
  }
}
