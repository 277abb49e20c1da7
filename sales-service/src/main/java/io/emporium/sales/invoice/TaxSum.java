package io.emporium.sales.invoice;

import io.emporium.events.Money;
import java.util.List;
import java.util.TreeMap;

/// What the lines of one tax rate come to.
public record TaxSum(int basisPoints, Money net, Money tax, Money gross) {

  static List<TaxSum> of(List<InvoiceLine> lines) {
    TreeMap<Integer, TaxSum> byRate = new TreeMap<>();
    for (InvoiceLine line : lines) {
      byRate.merge(
          line.taxBasisPoints(),
          new TaxSum(line.taxBasisPoints(), line.net(), line.tax(), line.gross()),
          TaxSum::plus);
    }
    return List.copyOf(byRate.descendingMap().values());
  }

  static long grossOf(List<TaxSum> sums) {
    return sums.stream().mapToLong(sum -> sum.gross().amount()).sum();
  }

  TaxSum minus(TaxSum other) {
    return new TaxSum(
        basisPoints, net.minus(other.net), tax.minus(other.tax), gross.minus(other.gross));
  }

  private TaxSum plus(TaxSum other) {
    return new TaxSum(
        basisPoints, net.plus(other.net), tax.plus(other.tax), gross.plus(other.gross));
  }
}
