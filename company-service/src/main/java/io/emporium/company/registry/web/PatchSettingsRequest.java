package io.emporium.company.registry.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.emporium.events.Money;
import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.LegalDetails;
import io.emporium.events.company.TaxRate;
import io.emporium.kit.problem.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is left out stays as it is.
///
/// @param currency ISO 4217; like the time zone only until there is money
/// @param paymentWindowSeconds how long an order waits for its payment, and so how long its stock
///   is held
/// @param refundApprovalLimit the largest refund that a shop manager gives alone
/// @param legal who the company is on its invoices; all of it at once
/// @param clear settings that shall have no value any more
record PatchSettingsRequest(
    @Nullable Currency currency,
    @Nullable ZoneId timeZone,
    @Nullable Boolean pricesIncludeTax,
    @Nullable @Size(max = 20) List<@Valid @NotNull TaxRateRequest> taxRates,
    @Nullable @Min(60) @Max(604_800) Long paymentWindowSeconds,
    @Nullable @Pattern(regexp = "[A-Z0-9-]{0,12}") String orderNumberPrefix,
    @Nullable @Pattern(regexp = "[A-Z0-9-]{0,12}") String invoiceNumberPrefix,
    @Nullable Boolean transfersNeedApproval,
    @Nullable @Valid LimitRequest refundApprovalLimit,
    @Nullable @Min(0) @Max(1_000_000) Long lowStockThreshold,
    @Nullable @Valid LegalRequest legal,
    @Nullable @Size(max = 2) List<@NotNull Clearable> clear) {

  /// @param taxClass as products name it
  /// @param basisPoints 1900 is 19 %
  record TaxRateRequest(
      @NotNull @Pattern(regexp = "[a-z0-9_-]{1,40}") String taxClass,
      @NotNull @Min(0) @Max(10_000) Integer basisPoints) {}

  /// @param amount in minor units
  record LimitRequest(
      @NotNull @Min(0) @Max(1_000_000_000_000L) Long amount, @NotNull Currency currency) {}

  /// @param country ISO 3166-1 alpha-2
  /// @param taxId tax or VAT number
  record LegalRequest(
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 200) String line1,
      @Nullable @Size(max = 200) String line2,
      @Nullable @Size(max = 20) String postalCode,
      @NotBlank @Size(max = 100) String city,
      @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
      @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{0,39}") String taxId) {

    LegalDetails toDetails() {
      return new LegalDetails(
          name.strip(),
          line1.strip(),
          stripped(line2),
          stripped(postalCode),
          city.strip(),
          country,
          stripped(taxId));
    }

    private static @Nullable String stripped(@Nullable String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }

  /// What may be without a value.
  enum Clearable {
    @JsonProperty("refundApprovalLimit")
    REFUND_APPROVAL_LIMIT,
    @JsonProperty("legal")
    LEGAL
  }

  CompanySettings over(CompanySettings old) {
    return new CompanySettings(
        Objects.requireNonNullElse(currency, old.currency()),
        Objects.requireNonNullElse(timeZone, old.timeZone()),
        Objects.requireNonNullElse(pricesIncludeTax, old.pricesIncludeTax()),
        taxRates == null ? old.taxRates() : rates(taxRates),
        Objects.requireNonNullElse(paymentWindowSeconds, old.paymentWindowSeconds()),
        Objects.requireNonNullElse(orderNumberPrefix, old.orderNumberPrefix()),
        Objects.requireNonNullElse(invoiceNumberPrefix, old.invoiceNumberPrefix()),
        Objects.requireNonNullElse(transfersNeedApproval, old.transfersNeedApproval()),
        limitOver(old.refundApprovalLimit()),
        Objects.requireNonNullElse(lowStockThreshold, old.lowStockThreshold()),
        legalOver(old.legal()));
  }

  private @Nullable LegalDetails legalOver(@Nullable LegalDetails old) {
    if (isCleared(Clearable.LEGAL, legal)) {
      return null;
    }
    return legal == null ? old : legal.toDetails();
  }

  private @Nullable Money limitOver(@Nullable Money old) {
    if (isCleared(Clearable.REFUND_APPROVAL_LIMIT, refundApprovalLimit)) {
      return null;
    }
    return refundApprovalLimit == null
        ? old
        : new Money(refundApprovalLimit.amount(), refundApprovalLimit.currency());
  }

  private boolean isCleared(Clearable setting, @Nullable Object value) {
    int place = clear == null ? -1 : clear.indexOf(setting);
    if (place >= 0 && value != null) {
      throw Refusal.invalid("/clear/" + place, "cannot be cleared and set at once");
    }
    return place >= 0;
  }

  private static List<TaxRate> rates(List<TaxRateRequest> requested) {
    return requested.stream()
        .map(rate -> new TaxRate(rate.taxClass(), rate.basisPoints()))
        .toList();
  }
}
