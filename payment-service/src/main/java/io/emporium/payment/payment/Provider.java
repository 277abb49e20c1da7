package io.emporium.payment.payment;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Who takes the money.
public enum Provider {
  STRIPE,
  PAYPAL,
  CASH,
  BANK_TRANSFER,
  CASH_ON_DELIVERY,
  /// A terminal of its own beside the till; its slip is the proof.
  CARD_TERMINAL;

  /// Whether a person confirms that the money came, instead of a provider's answer.
  public boolean byHand() {
    return switch (this) {
      case STRIPE, PAYPAL -> false;
      case CASH, BANK_TRANSFER, CASH_ON_DELIVERY, CARD_TERMINAL -> true;
    };
  }

  /// The one that contracts write like this.
  public static Optional<Provider> fromWire(String name) {
    return Stream.of(values()).filter(provider -> provider.wireName().equals(name)).findFirst();
  }

  /// As contracts write it: `cash_on_delivery`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
