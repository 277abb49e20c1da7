package io.emporium.events.company;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.emporium.events.Money;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What other services obey. Durations are in seconds; `refundApprovalLimit` is in the company's
/// currency. `legal` is missing until somebody says it.
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
    long lowStockThreshold,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LegalDetails legal) {

  /// Of a company that has not said who it is before the law.
  public CompanySettings(
      Currency currency,
      ZoneId timeZone,
      boolean pricesIncludeTax,
      List<TaxRate> taxRates,
      long paymentWindowSeconds,
      String orderNumberPrefix,
      String invoiceNumberPrefix,
      boolean transfersNeedApproval,
      @Nullable Money refundApprovalLimit,
      long lowStockThreshold) {
    this(
        currency,
        timeZone,
        pricesIncludeTax,
        taxRates,
        paymentWindowSeconds,
        orderNumberPrefix,
        invoiceNumberPrefix,
        transfersNeedApproval,
        refundApprovalLimit,
        lowStockThreshold,
        null);
  }
}
