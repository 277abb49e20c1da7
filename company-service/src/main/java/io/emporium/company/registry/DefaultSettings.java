package io.emporium.company.registry;

import io.emporium.events.company.CompanySettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/// What a company starts with. All of it can be changed, currency and time zone until there is
/// money.
final class DefaultSettings {

  private static final Duration PAYMENT_WINDOW = Duration.ofMinutes(30);
  private static final long LOW_STOCK_THRESHOLD = 5;

  private DefaultSettings() {}

  static CompanySettings of(Currency currency, ZoneId zone) {
    return new CompanySettings(
        currency,
        zone,
        true,
        List.of(),
        PAYMENT_WINDOW.toSeconds(),
        "ORD-",
        "INV-",
        true,
        null,
        LOW_STOCK_THRESHOLD);
  }
}
