package io.emporium.sales.invoice;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Whether every number that was taken has its document. Counts ranges and halves those that are
/// not full, so that a full series costs one count however long it is.
@Component
public class FindGaps {

  private static final int MOST = 100;

  /// @param last number taken
  /// @param issued documents there are
  /// @param missing numbers without a document, the first 100
  /// @param open of those, how many are taken for a document that is still being written
  public record Report(
      InvoiceKind kind, int year, long last, long issued, List<Long> missing, long open) {

    public boolean gapless() {
      return missing.isEmpty() && issued == last;
    }
  }

  private final AggregateStore<NumberSeries> series;
  private final AggregateStore<Invoice> invoices;

  FindGaps(AggregateStore<NumberSeries> series, AggregateStore<Invoice> invoices) {
    this.series = series;
    this.invoices = invoices;
  }

  public Report handle(String companyId, InvoiceKind kind, int year) {
    Scope company = Scope.company(companyId);
    var found = series.find(company, NumberSeries.idOf(companyId, kind));
    long last = found.map(each -> each.last(year)).orElse(0L);
    String id = Invoice.seriesOf(companyId, kind, year);
    List<Long> missing = new ArrayList<>();
    look(company, id, 1, last, missing);
    long open =
        found.stream()
            .flatMap(each -> each.open().stream())
            .filter(taken -> taken.year() == year && missing.contains(taken.count()))
            .count();
    long issued = invoices.count(company, new Document("series", id));
    return new Report(kind, year, last, issued, List.copyOf(missing), open);
  }

  private void look(Scope company, String id, long from, long to, List<Long> missing) {
    if (from > to || missing.size() >= MOST) {
      return;
    }
    Document range = new Document("$gte", from).append("$lte", to);
    long there = invoices.count(company, new Document("series", id).append("count", range));
    if (there == to - from + 1) {
      return;
    }
    if (from == to) {
      missing.add(from);
      return;
    }
    long middle = from + (to - from) / 2;
    look(company, id, from, middle, missing);
    look(company, id, middle + 1, to, missing);
  }
}
