package io.emporium.sales.invoice;

import io.emporium.events.Money;
import java.util.ArrayList;
import java.util.List;

/// Money that went back, as a credit note shows it. How much of each tax rate that is gets decided
/// once, together with the note's number; its lines follow from that, whoever writes them.
///
/// @param original the invoice that is taken back
/// @param goods that came back for it; empty where it stands for no particular ones
/// @param description of what is no particular goods
record Credit(Invoice original, Money amount, List<InvoiceLine> goods, String description) {

  /// What of each tax rate this takes back, of what the other credit notes have left.
  ///
  /// @throws IllegalStateException when more goes back than was ever invoiced
  List<TaxSum> outOf(Uncredited left) {
    if (amount.equals(original.total()) && left.rates().equals(original.taxes())) {
      return original.taxes();
    }
    // Where a part of their price had gone back before, the rest is not the price of any line.
    boolean fullPrice = TaxSum.grossOf(TaxSum.of(goods)) == amount.amount();
    return fullPrice && left.covers(goods) ? TaxSum.of(goods) : left.taking(amount);
  }

  /// The lines that take back that much.
  List<InvoiceLine> lines(List<TaxSum> decided) {
    if (TaxSum.grossOf(decided) != amount.amount()) {
      throw new IllegalStateException(amount + " went back, to be credited are " + decided);
    }
    if (decided.equals(original.taxes())) {
      return original.lines();
    }
    return decided.equals(TaxSum.of(goods)) ? goods : allowances(decided);
  }

  private List<InvoiceLine> allowances(List<TaxSum> decided) {
    List<InvoiceLine> lines = new ArrayList<>();
    for (TaxSum sum : decided) {
      lines.add(
          new InvoiceLine(
              lines.size() + 1,
              description,
              null,
              1,
              null,
              Money.zero(sum.gross().currency()),
              sum.net(),
              sum.basisPoints(),
              sum.tax(),
              sum.gross()));
    }
    return lines;
  }
}
