package io.emporium.sales.invoice;

import io.emporium.events.catalog.DeliveryAddress;
import io.emporium.events.company.LegalDetails;
import io.emporium.sales.offer.CompanyTerms;
import io.emporium.sales.order.Order;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Seller and buyer, as they were on the day of issue.
///
/// @param zone of the company, in which the invoice's dates are printed
/// @param legal who the company is before the law; null where it has not said so
/// @param buyerName null where nobody gave a name
public record Parties(
    String companyName,
    String shopName,
    ZoneId zone,
    @Nullable LegalDetails legal,
    @Nullable String buyerName,
    @Nullable String buyerEmail,
    @Nullable DeliveryAddress buyerAddress) {

  static Parties of(CompanyTerms company, String shopName, Order order) {
    DeliveryAddress address = order.delivery().address();
    return new Parties(
        company.name(),
        shopName,
        company.timeZone(),
        company.legal(),
        address == null ? null : address.name(),
        order.customerEmail(),
        address);
  }
}
