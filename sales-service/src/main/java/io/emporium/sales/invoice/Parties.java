package io.emporium.sales.invoice;

import io.emporium.events.catalog.DeliveryAddress;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Seller and buyer, as they were on the day.
///
/// @param zone of the company, in which the invoice's dates are printed
/// @param buyerName null where nobody gave a name
public record Parties(
    String companyName,
    String shopName,
    ZoneId zone,
    @Nullable String buyerName,
    @Nullable String buyerEmail,
    @Nullable DeliveryAddress buyerAddress) {}
