package io.emporium.company.registry.web;

import io.emporium.company.registry.RegisterCompany;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// @param currency ISO 4217, USD when left out
/// @param timeZone IANA name, UTC when left out
record RegisterCompanyRequest(
    @NotBlank @Size(max = 120) String name,
    @Nullable Currency currency,
    @Nullable ZoneId timeZone) {

  RegisterCompany.Command toCommand() {
    return new RegisterCompany.Command(
        name.strip(),
        Objects.requireNonNullElse(currency, Currency.getInstance("USD")),
        Objects.requireNonNullElse(timeZone, ZoneId.of("UTC")));
  }
}
