package io.emporium.events.company;

import io.emporium.events.Money;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What other services obey. Durations are in seconds; `refundApprovalLimit` is in the company's
/// currency.
public record CompanySettings(
    Currency currency,
    ZoneId timeZone,
    boolean pricesIncludeTax,
    List<TaxRate> taxRates,
    long paymentWindowSeconds,
    String orderNumberPrefix,
    String invoiceNumberPrefix,
    boolean transfersNeedApproval,
    @Nullable Money refundApprovalLimit,
    long lowStockThreshold) {}
