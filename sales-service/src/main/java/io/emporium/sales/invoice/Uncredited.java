package io.emporium.sales.invoice;

import io.emporium.events.Money;
import io.emporium.sales.order.Proration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What of an invoice no credit note has taken back yet, by tax rate: of none is ever more taken
/// back than was invoiced.
record Uncredited(List<TaxSum> rates) {

  static Uncredited of(Invoice original, List<Invoice> notes) {
    List<TaxSum> left = new ArrayList<>();
    for (TaxSum rate : original.taxes()) {
      TaxSum rest = rate;
      for (Invoice note : notes) {
        for (TaxSum taken : note.taxes()) {
          rest = taken.basisPoints() == rate.basisPoints() ? rest.minus(taken) : rest;
        }
      }
      left.add(rest);
    }
    return new Uncredited(List.copyOf(left));
  }

  /// Whether these lines can be taken back as they are.
  boolean covers(List<InvoiceLine> lines) {
    return TaxSum.of(lines).stream()
        .allMatch(wanted -> rates.stream().anyMatch(rate -> isWithin(wanted, rate)));
  }

  private static boolean isWithin(TaxSum wanted, TaxSum rate) {
    return wanted.basisPoints() == rate.basisPoints()
        && !wanted.net().exceeds(rate.net())
        && !wanted.tax().exceeds(rate.tax());
  }

  /// Money for which no particular lines stand: it is taken from all rates alike, to the cent.
  ///
  /// @throws IllegalStateException when more goes back than was ever invoiced
  List<InvoiceLine> taking(Money amount, String description) {
    List<Money> parts = Proration.spread(amount, weights(rates.stream().map(TaxSum::gross)));
    List<InvoiceLine> lines = new ArrayList<>();
    for (int n = 0; n < parts.size(); n++) {
      TaxSum rate = rates.get(n);
      Money gross = parts.get(n);
      if (gross.exceeds(rate.gross())) {
        throw new IllegalStateException(amount + " is more than is left of the invoice: " + rates);
      }
      if (gross.amount() != 0) {
        lines.add(line(lines.size() + 1, description, rate, gross));
      }
    }
    return lines;
  }

  private static InvoiceLine line(int position, String description, TaxSum rate, Money gross) {
    Money tax = Proration.spread(gross, weights(Stream.of(rate.net(), rate.tax()))).getLast();
    return new InvoiceLine(
        position,
        description,
        null,
        1,
        null,
        Money.zero(gross.currency()),
        gross.minus(tax),
        rate.basisPoints(),
        tax,
        gross);
  }

  private static List<Long> weights(Stream<Money> amounts) {
    return amounts.map(amount -> Math.max(0, amount.amount())).toList();
  }
}
