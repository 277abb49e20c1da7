package io.emporium.sales.invoice;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Whether every number that was taken has its document. Counts ranges and halves those that are
/// not full, so that a full series costs one count however long it is.
@Component
public class FindGaps {

  private static final int MOST = 100;

  /// @param last number taken
  /// @param issued documents there are up to that number
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
    NumberSeries numbers =
        series
            .find(company, NumberSeries.idOf(companyId, kind))
            .orElseGet(() -> NumberSeries.begun(companyId, kind));
    String id = Invoice.seriesOf(companyId, kind, year);
    return report(numbers, year, (from, to) -> count(company, id, from, to));
  }

  /// Never asks for more than the numbers that were taken when the series was read: what is written
  /// meanwhile would look like a document too many.
  ///
  /// @param there how many documents there are, from one number to another
  static Report report(NumberSeries numbers, int year, LongBinaryOperator there) {
    long last = numbers.last(year);
    List<Long> missing = new ArrayList<>();
    look(there, 1, last, missing);
    long open =
        numbers.open().stream()
            .filter(taken -> taken.year() == year && missing.contains(taken.count()))
            .count();
    long issued = there.applyAsLong(1, last);
    return new Report(numbers.kind(), year, last, issued, List.copyOf(missing), open);
  }

  private long count(Scope company, String id, long from, long to) {
    Document range = new Document("$gte", from).append("$lte", to);
    return invoices.count(company, new Document("series", id).append("count", range));
  }

  private static void look(LongBinaryOperator there, long from, long to, List<Long> missing) {
    if (from > to || missing.size() >= MOST) {
      return;
    }
    if (there.applyAsLong(from, to) == to - from + 1) {
      return;
    }
    if (from == to) {
      missing.add(from);
      return;
    }
    long middle = from + (to - from) / 2;
    look(there, from, middle, missing);
    look(there, middle + 1, to, missing);
  }
}
