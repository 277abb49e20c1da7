package io.emporium.analytics.sales;

import io.emporium.events.Money;
import io.emporium.events.analytics.SoldLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// What was sold with one order, tax apart.
///
/// @param total what the customer paid, shipping included
public record Sale(List<SoldLine> lines, Money net, Money tax, Money total) {

  /// What is left of net and tax without what the customer has back or never gave.
  public record Kept(Money net, Money tax) {}

  /// What is not kept takes from net and tax in proportion; where that is everything, exactly
  /// nothing is left.
  Kept after(Money notKept) {
    long share = Math.min(notKept.amount(), total.amount());
    if (share <= 0) {
      return new Kept(net, tax);
    }
    long ofTax = proportion(share, tax.amount());
    long ofBoth = proportion(share, Math.addExact(net.amount(), tax.amount()));
    return new Kept(
        net.minus(new Money(ofBoth - ofTax, net.currency())),
        tax.minus(new Money(ofTax, tax.currency())));
  }

  private long proportion(long notKept, long part) {
    return BigDecimal.valueOf(notKept)
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(total.amount()), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
