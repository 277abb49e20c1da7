package io.emporium.shop.web;

import io.emporium.shop.registry.Address;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record AddressRequest(
    @NotBlank @Size(max = 200) String line1,
    @Nullable @Size(max = 200) String line2,
    @NotBlank @Size(max = 100) String city,
    @Nullable @Size(max = 100) String region,
    @NotBlank @Size(max = 20) String postalCode,
    @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {

  Address toAddress() {
    return new Address(line1, line2, city, region, postalCode, country);
  }
}
