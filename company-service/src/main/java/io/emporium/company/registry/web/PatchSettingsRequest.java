package io.emporium.company.registry.web;

import io.emporium.events.Money;
import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.TaxRate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is left out stays as it is. Currency and time zone are fixed when the company is opened.
record PatchSettingsRequest(
    @Nullable Boolean pricesIncludeTax,
    @Nullable @Size(max = 20) List<@Valid TaxRateRequest> taxRates,
    @Nullable @Min(60) @Max(604_800) Long paymentWindowSeconds,
    @Nullable @Pattern(regexp = "[A-Z0-9-]{0,12}") String orderNumberPrefix,
    @Nullable @Pattern(regexp = "[A-Z0-9-]{0,12}") String invoiceNumberPrefix,
    @Nullable Boolean transfersNeedApproval,
    @Nullable Money refundApprovalLimit,
    @Nullable @Min(0) @Max(1_000_000) Long lowStockThreshold) {

  /// @param basisPoints 1900 is 19 %
  record TaxRateRequest(
      @NotBlank @Size(max = 40) String taxClass, @Min(0) @Max(10_000) int basisPoints) {}

  CompanySettings over(CompanySettings old) {
    return new CompanySettings(
        old.currency(),
        old.timeZone(),
        pricesIncludeTax == null ? old.pricesIncludeTax() : pricesIncludeTax,
        taxRates == null ? old.taxRates() : rates(taxRates),
        paymentWindowSeconds == null ? old.paymentWindowSeconds() : paymentWindowSeconds,
        orderNumberPrefix == null ? old.orderNumberPrefix() : orderNumberPrefix,
        invoiceNumberPrefix == null ? old.invoiceNumberPrefix() : invoiceNumberPrefix,
        transfersNeedApproval == null ? old.transfersNeedApproval() : transfersNeedApproval,
        refundApprovalLimit == null ? old.refundApprovalLimit() : refundApprovalLimit,
        lowStockThreshold == null ? old.lowStockThreshold() : lowStockThreshold);
  }

  private static List<TaxRate> rates(List<TaxRateRequest> requested) {
    return requested.stream()
        .map(rate -> new TaxRate(rate.taxClass(), rate.basisPoints()))
        .toList();
  }
}
