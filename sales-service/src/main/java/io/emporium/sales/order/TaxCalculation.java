package io.emporium.sales.order;

import io.emporium.events.Money;
import io.emporium.events.company.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalInt;

/// The tax of a line, and the only place that rounds it: half up, per line, to the minor unit.
///
/// A tax class without a rate of its own is taxed as `standard`; without that either, not at all.
///
/// @param pricesIncludeTax whether displayed prices contain the tax
record TaxCalculation(boolean pricesIncludeTax, List<TaxRate> rates) {

  private static final String STANDARD = "standard";
  private static final long WHOLE = 10_000;

  /// @param basisPoints the rate that was applied
  /// @param total what the customer pays
  record Taxed(int basisPoints, Money tax, Money total) {}

  Taxed line(Money displayed, String taxClass) {
    int basisPoints =
        rateOf(taxClass).orElseGet(() -> rateOf(STANDARD).orElse(0)); // a class nobody priced
    if (pricesIncludeTax) {
      return new Taxed(basisPoints, share(displayed, basisPoints, WHOLE + basisPoints), displayed);
    }
    Money tax = share(displayed, basisPoints, WHOLE);
    return new Taxed(basisPoints, tax, displayed.plus(tax));
  }

  private OptionalInt rateOf(String taxClass) {
    return rates.stream()
        .filter(rate -> rate.taxClass().equals(taxClass))
        .mapToInt(TaxRate::basisPoints)
        .findFirst();
  }

  private static Money share(Money amount, long numerator, long denominator) {
    long tax =
        BigDecimal.valueOf(amount.amount())
            .multiply(BigDecimal.valueOf(numerator))
            .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
            .longValueExact();
    return new Money(tax, amount.currency());
  }
}
