package io.emporium.ecommerce.customer.web;

import io.emporium.ecommerce.customer.SavedAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param usual whether it becomes the one that a checkout takes
record SaveAddressRequest(
    @Nullable @Size(max = 40) String label,
    @NotNull @Valid AddressRequest address,
    @Nullable Boolean usual) {

  SavedAddress toAddress(String id) {
    return new SavedAddress(id, label, address.toAddress(), Boolean.TRUE.equals(usual));
  }
}
