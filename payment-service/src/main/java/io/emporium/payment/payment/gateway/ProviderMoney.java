package io.emporium.payment.payment.gateway;

import io.emporium.events.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Amounts as the providers write them.
public final class ProviderMoney {

  /// Why an amount is refused that a provider has no number for.
  static final String NOT_EXPRESSIBLE = "amount_not_expressible";

  // Stripe counts minor units, but for these not those of ISO 4217.
  private static final Map<String, Integer> STRIPES_DIGITS = Map.of("ISK", 2, "UGX", 2, "MGA", 0);

  // PayPal takes no decimals for these, though two of them have some in ISO 4217.
  private static final Set<String> WHOLE_AT_PAYPAL = Set.of("HUF", "JPY", "TWD");

  private ProviderMoney() {}

  /// @throws ArithmeticException for an amount that Stripe cannot express
  static long stripeAmount(Money money) {
    return BigDecimal.valueOf(money.amount())
        .movePointRight(shift(money.currency()))
        .longValueExact();
  }

  static String stripeCurrency(Money money) {
    return money.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
  }

  public static Money stripe(long amount, String currencyCode) {
    Currency currency = Currency.getInstance(currencyCode.toUpperCase(Locale.ROOT));
    return new Money(
        BigDecimal.valueOf(amount).movePointLeft(shift(currency)).longValueExact(), currency);
  }

  private static int shift(Currency currency) {
    int iso = currency.getDefaultFractionDigits();
    return STRIPES_DIGITS.getOrDefault(currency.getCurrencyCode(), iso) - iso;
  }

  /// @throws ArithmeticException for an amount that PayPal cannot express
  static String payPalValue(Money money) {
    BigDecimal value = money.toDecimal();
    boolean whole = WHOLE_AT_PAYPAL.contains(money.currency().getCurrencyCode());
    return (whole ? value.setScale(0, RoundingMode.UNNECESSARY) : value).toPlainString();
  }

  /// @throws ArithmeticException for fractions of a minor unit
  public static Money payPal(String value, String currencyCode) {
    Currency currency = Currency.getInstance(currencyCode);
    int digits = Math.max(currency.getDefaultFractionDigits(), 0);
    return new Money(new BigDecimal(value).movePointRight(digits).longValueExact(), currency);
  }
}
