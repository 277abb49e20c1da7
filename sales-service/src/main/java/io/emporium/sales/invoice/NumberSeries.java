package io.emporium.sales.invoice;

import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// The numbers of one kind of invoice of one company. A number is never taken without a record of
/// whom it is for: `open` says so until the invoice itself does. So a process that dies in between
/// leaves no gap: whoever comes next for the same invoice gets the same number.
///
/// For a credit note it also says what is taken back. Two notes of one order that are written at
/// once, on whatever instances, so share the invoice out like two that come one after the other.
@Document("invoice_series")
@TypeAlias("invoice_series")
@TenantOwned
public final class NumberSeries extends AggregateRoot {

  private InvoiceKind kind;
  // By fiscal year; a key of a document is text.
  private Map<String, Long> last;
  private @Nullable Instant lastAt;
  private List<TakenNumber> open;

  // True while a taken number may lack its invoice, absent otherwise, for the sweeper.
  @SuppressWarnings("UnusedVariable") // only the sweeper's query reads it
  private @Nullable Boolean unsettled;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private NumberSeries() {}

  private NumberSeries(String companyId, InvoiceKind kind) {
    super(idOf(companyId, kind), companyId);
    this.kind = kind;
    this.last = Map.of();
    this.open = List.of();
  }

  static String idOf(String companyId, InvoiceKind kind) {
    return companyId + ":" + kind.wireName();
  }

  static NumberSeries begun(String companyId, InvoiceKind kind) {
    return new NumberSeries(companyId, kind);
  }

  /// What a credit note takes back.
  @FunctionalInterface
  interface Crediting {

    Crediting NOTHING = _ -> List.of();

    /// @param open numbers whose credit notes may not exist yet
    List<TaxSum> given(List<TakenNumber> open);
  }

  /// Takes the next number for an invoice that has none.
  ///
  /// @param issued asked after this series was read: whether the invoice exists. If it was created,
  ///   and its number forgotten here, before the series was read, this says so; if after, the
  ///   version of the series has changed and this decision is not written. Either way no second
  ///   number is taken.
  /// @param crediting asked likewise, when a number is taken: what other credit notes have taken
  ///   back is told by those that exist and by the numbers that are open, and nothing comes between
  ///   that and this decision
  Outcome take(Occasion occasion, ZoneId zone, BooleanSupplier issued, Crediting crediting) {
    if (numberOf(occasion.invoiceId()).isPresent() || issued.getAsBoolean()) {
      return Outcome.ALREADY;
    }
    List<TaxSum> credited = crediting.given(open);
    // Later numbers never have earlier dates.
    Instant at = lastAt == null || occasion.at().isAfter(lastAt) ? occasion.at() : lastAt;
    int year = at.atZone(zone).getYear();
    long count = last(year) + 1;
    Map<String, Long> counted = new HashMap<>(last);
    counted.put(String.valueOf(year), count);
    last = Map.copyOf(counted);
    lastAt = at;
    List<TakenNumber> more = new ArrayList<>(open);
    more.add(new TakenNumber(occasion, year, count, at, credited));
    open = List.copyOf(more);
    unsettled = true;
    return Outcome.APPLIED;
  }

  /// Forgets the numbers whose invoices exist: those speak for themselves.
  Outcome forget(Set<String> issuedIds) {
    List<TakenNumber> left =
        open.stream().filter(each -> !issuedIds.contains(each.occasion().invoiceId())).toList();
    if (left.size() == open.size()) {
      return Outcome.ALREADY;
    }
    open = left;
    unsettled = left.isEmpty() ? null : true;
    return Outcome.APPLIED;
  }

  Optional<TakenNumber> numberOf(String invoiceId) {
    return open.stream().filter(each -> each.occasion().invoiceId().equals(invoiceId)).findFirst();
  }

  List<TakenNumber> open() {
    return open;
  }

  InvoiceKind kind() {
    return kind;
  }

  long last(int year) {
    return last.getOrDefault(String.valueOf(year), 0L);
  }
}
