package io.emporium.company.registry;

import io.emporium.events.Money;
import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.LegalDetails;
import io.emporium.events.company.TaxRate;
import io.emporium.kit.problem.Refusal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What holds for settings beyond the form of each field.
final class SettingsRules {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private SettingsRules() {}

  static void check(CompanySettings settings) {
    requireMoney(settings.currency());
    requireRegion(settings.timeZone());
    requireDistinctClasses(settings.taxRates());
    LegalDetails legal = settings.legal();
    if (legal != null && !COUNTRIES.contains(legal.country())) {
      throw Refusal.invalid("/legal/country", "must be an ISO 3166-1 code such as DE");
    }
    Money limit = settings.refundApprovalLimit();
    if (limit != null && !limit.currency().equals(settings.currency())) {
      throw Refusal.invalid(
          "/refundApprovalLimit/currency", "must be the company's, " + settings.currency());
    }
  }

  // ISO 4217 also has codes for gold, for tests and for no currency; they have no minor units.
  private static void requireMoney(Currency currency) {
    if (currency.getDefaultFractionDigits() < 0) {
      throw Refusal.invalid("/currency", "must be the ISO 4217 code of a currency in use");
    }
  }

  // An offset such as +02:00 knows no summer time, so days would begin at the wrong hour.
  private static void requireRegion(ZoneId zone) {
    if (!ZoneId.getAvailableZoneIds().contains(zone.getId())) {
      throw Refusal.invalid("/timeZone", "must be an IANA time zone such as Europe/Berlin");
    }
  }

  private static void requireDistinctClasses(List<TaxRate> rates) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rates.size(); i++) {
      if (!seen.add(rates.get(i).taxClass())) {
        throw Refusal.invalid("/taxRates/" + i + "/taxClass", "stands here twice");
      }
    }
  }
}
