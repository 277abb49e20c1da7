package io.emporium.shop.web;

import io.emporium.shop.registry.FulfilmentMethod;
import io.emporium.shop.registry.ShopDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is left out stays as it is. The slug stays for good, since others link to it.
record PatchShopRequest(
    @Nullable @Pattern(regexp = ".*\\S.*") @Size(max = 120) String name,
    @Nullable ZoneId timeZone,
    @Nullable @Valid AddressRequest address,
    @Nullable @Valid ContactRequest contact,
    @Nullable @Size(max = 50) List<@Valid @NotNull OpeningHoursRequest> openingHours,
    @Nullable @Size(min = 1, max = 3) List<@NotNull FulfilmentMethod> fulfilmentMethods,
    @Nullable @Size(max = 20) List<@NotBlank @Size(max = 40) String> paymentMethods,
    @Nullable @Size(max = 100) List<@NotBlank @Size(max = 64) String> warehousePriority) {

  ShopDetails over(ShopDetails old) {
    return new ShopDetails(
        name == null ? old.name() : name.strip(),
        Objects.requireNonNullElse(timeZone, old.timeZone()),
        address == null ? old.address() : address.toAddress(),
        contact == null ? old.contact() : contact.toContact(),
        openingHours == null
            ? old.openingHours()
            : openingHours.stream().map(OpeningHoursRequest::toHours).toList(),
        fulfilmentMethods == null
            ? old.fulfilmentMethods()
            : fulfilmentMethods.stream().distinct().toList(),
        Objects.requireNonNullElse(paymentMethods, old.paymentMethods()),
        Objects.requireNonNullElse(warehousePriority, old.warehousePriority()));
  }
}
