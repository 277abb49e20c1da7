package io.emporium.ecommerce.customer.web;

import io.emporium.events.catalog.DeliveryAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param country ISO 3166-1 alpha-2
public record AddressRequest(
    @NotBlank @Size(max = 120) String name,
    @NotBlank @Size(max = 200) String line1,
    @Nullable @Size(max = 200) String line2,
    @NotBlank @Size(max = 100) String city,
    @Nullable @Size(max = 100) String region,
    @NotBlank @Size(max = 20) String postalCode,
    @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
    @Nullable @Size(max = 40) String phone) {

  public DeliveryAddress toAddress() {
    return new DeliveryAddress(name, line1, line2, city, region, postalCode, country, phone);
  }
}
