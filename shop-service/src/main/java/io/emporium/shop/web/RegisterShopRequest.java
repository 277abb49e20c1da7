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

/// @param companyId for super admins, who belong to none
/// @param slug taken from the name when left out
/// @param timeZone IANA name, UTC when left out
/// @param fulfilmentMethods all when left out
record RegisterShopRequest(
    @Nullable @Size(max = 64) String companyId,
    @NotBlank @Size(max = 120) String name,
    @Nullable @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 60) String slug,
    @Nullable ZoneId timeZone,
    @Nullable @Valid AddressRequest address,
    @Nullable @Valid ContactRequest contact,
    @Nullable @Size(max = 50) List<@Valid @NotNull OpeningHoursRequest> openingHours,
    @Nullable @Valid PickupRequest pickup,
    @Nullable @Size(min = 1, max = 3) List<@NotNull FulfilmentMethod> fulfilmentMethods,
    @Nullable @Size(max = 5) List<@NotNull PaymentMethod> paymentMethods,
    @Nullable @Size(max = 100)
        List<@NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String> warehousePriority) {

  ShopDetails toDetails() {
    return new ShopDetails(
        name.strip(),
        Objects.requireNonNullElse(timeZone, ZoneId.of("UTC")),
        address == null ? null : address.toAddress(),
        contact == null ? null : contact.toContact(),
        openingHours == null
            ? List.of()
            : openingHours.stream().map(OpeningHoursRequest::toHours).toList(),
        pickup == null ? null : pickup.toPickup(),
        fulfilmentMethods == null
            ? List.of(FulfilmentMethod.values())
            : fulfilmentMethods.stream().distinct().toList(),
        paymentMethods == null ? List.of() : PaymentMethod.names(paymentMethods),
        warehousePriority == null ? List.of() : warehousePriority.stream().distinct().toList());
  }
}
