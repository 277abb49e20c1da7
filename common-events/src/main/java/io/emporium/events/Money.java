package io.emporium.events;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/// An amount of money in integer minor units of its currency: `{"amount": 1999, "currency": "USD"}`
/// is $19.99, `{"amount": 500, "currency": "JPY"}` is 500 yen. May be negative. Arithmetic refuses
/// to mix currencies ([IllegalArgumentException]) and to overflow ([ArithmeticException]).
///
/// @param amount minor units; their number per unit is the currency's exponent in ISO 4217
/// @param currency ISO 4217
public record Money(long amount, Currency currency) implements Comparable<Money> {

  /// JSON can leave out what the type promises: such an amount must not get any further.
  public Money {
    Objects.requireNonNull(currency, "currency");
  }

  public static Money of(long amount, String currency) {
    return new Money(amount, Currency.getInstance(currency));
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(amount, sameCurrency(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(amount, sameCurrency(other).amount), currency);
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(amount, factor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(amount), currency);
  }

  // Boolean questions are methods with arguments or plain verbs, so that no serializer takes them
  // for
  // properties.
  public boolean exceeds(Money other) {
    return amount > sameCurrency(other).amount;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(amount, sameCurrency(other).amount);
  }

  /// The amount in units: 19.99 for 1999 US cents.
  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(amount, Math.max(currency.getDefaultFractionDigits(), 0));
  }

  /// For people: `19.99 USD`.
  @Override
  public String toString() {
    return toDecimal().toPlainString() + " " + currency.getCurrencyCode();
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot combine " + currency + " with " + other.currency);
    }
    return other;
  }
}
