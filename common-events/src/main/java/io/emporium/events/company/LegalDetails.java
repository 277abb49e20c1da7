package io.emporium.events.company;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Who a company is before the law, as its invoices say. `country` is ISO 3166-1 alpha-2; `taxId`
/// is the number under which it pays taxes, such as a VAT id.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LegalDetails(
    String name,
    String line1,
    @Nullable String line2,
    @Nullable String postalCode,
    String city,
    String country,
    @Nullable String taxId) {}
