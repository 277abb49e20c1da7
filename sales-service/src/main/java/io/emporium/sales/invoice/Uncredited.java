package io.emporium.sales.invoice;

import io.emporium.events.Money;
import io.emporium.sales.order.Proration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What of an invoice no credit note has taken back yet, by tax rate: of none is ever more taken
/// back than was invoiced.
record Uncredited(List<TaxSum> rates) {

  /// @param taken by each credit note
  static Uncredited of(List<TaxSum> invoiced, Collection<List<TaxSum>> taken) {
    List<TaxSum> left = new ArrayList<>();
    for (TaxSum rate : invoiced) {
      TaxSum rest = rate;
      for (List<TaxSum> note : taken) {
        for (TaxSum part : note) {
          rest = part.basisPoints() == rate.basisPoints() ? rest.minus(part) : rest;
        }
      }
      left.add(rest);
    }
    return new Uncredited(List.copyOf(left));
  }

  /// What the other credit notes of an order leave for one: those that are written, and those that
  /// have no more than a number yet.
  ///
  /// @param note the one
  /// @param written by id of the credit note; looked up after the open numbers, so that one which
  ///   is written meanwhile is in one of the two
  static Uncredited leftFor(
      Occasion note,
      List<TaxSum> invoiced,
      List<TakenNumber> open,
      Map<String, List<TaxSum>> written) {
    Map<String, List<TaxSum>> taken = new HashMap<>(written);
    for (TakenNumber number : open) {
      if (number.occasion().orderId().equals(note.orderId())) {
        taken.putIfAbsent(number.occasion().invoiceId(), number.credited());
      }
    }
    taken.remove(note.invoiceId());
    return of(invoiced, taken.values());
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
  List<TaxSum> taking(Money amount) {
    List<Money> parts = Proration.spread(amount, weights(rates.stream().map(TaxSum::gross)));
    List<TaxSum> taken = new ArrayList<>();
    for (int n = 0; n < parts.size(); n++) {
      TaxSum rate = rates.get(n);
      Money gross = parts.get(n);
      if (gross.exceeds(rate.gross())) {
        throw new IllegalStateException(amount + " is more than is left of the invoice: " + rates);
      }
      if (gross.amount() != 0) {
        taken.add(part(rate, gross));
      }
    }
    return taken;
  }

  private static TaxSum part(TaxSum rate, Money gross) {
    Money tax = Proration.spread(gross, weights(Stream.of(rate.net(), rate.tax()))).getLast();
    return new TaxSum(rate.basisPoints(), gross.minus(tax), tax, gross);
  }

  private static List<Long> weights(Stream<Money> amounts) {
    return amounts.map(amount -> Math.max(0, amount.amount())).toList();
  }
}
