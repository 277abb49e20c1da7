package io.emporium.sales.invoice;

import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.shop.ShopSnapshot;
import io.emporium.sales.offer.Marketplace;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/// Companies of Berlin that write invoices.
final class Sellers {

  private Sellers() {}

  /// A company with one shop.
  static void learn(Marketplace marketplace, String company, String shop) {
    marketplace.learn(
        new CompanySnapshot(
            company,
            "Acme",
            "active",
            new CompanySettings(
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Berlin"),
                true,
                List.of(),
                1_800,
                "AC-",
                "INV-",
                true,
                null,
                5)),
        1);
    marketplace.learn(
        new ShopSnapshot(
            shop,
            company,
            "Tea House",
            "tea",
            "open",
            ZoneOffset.UTC,
            List.of(),
            List.of(),
            List.of()),
        1);
  }
}
