package io.emporium.shop.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.emporium.shop.registry.FulfilmentMethod;
import io.emporium.shop.registry.ShopDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is left out stays as it is. The slug stays for good, since others link to it.
///
/// @param clear what shall have no value any more
record PatchShopRequest(
    @Nullable @Pattern(regexp = ".*\\S.*") @Size(max = 120) String name,
    @Nullable ZoneId timeZone,
    @Nullable @Valid AddressRequest address,
    @Nullable @Valid ContactRequest contact,
    @Nullable @Size(max = 50) List<@Valid @NotNull OpeningHoursRequest> openingHours,
    @Nullable @Valid PickupRequest pickup,
    @Nullable @Size(min = 1, max = 3) List<@NotNull FulfilmentMethod> fulfilmentMethods,
    @Nullable @Size(max = 5) List<@NotNull PaymentMethod> paymentMethods,
    @Nullable @Size(max = 100)
        List<@NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String> warehousePriority,
    @Nullable @Size(max = 3) List<@NotNull Clearable> clear) {

  /// What may be without a value.
  enum Clearable {
    @JsonProperty("address")
    ADDRESS,
    @JsonProperty("contact")
    CONTACT,
    @JsonProperty("pickup")
    PICKUP
  }

  ShopDetails over(ShopDetails old) {
    return new ShopDetails(
        name == null ? old.name() : name.strip(),
        Objects.requireNonNullElse(timeZone, old.timeZone()),
        kept(Clearable.ADDRESS, address == null ? old.address() : address.toAddress()),
        kept(Clearable.CONTACT, contact == null ? old.contact() : contact.toContact()),
        openingHours == null
            ? old.openingHours()
            : openingHours.stream().map(OpeningHoursRequest::toHours).toList(),
        kept(Clearable.PICKUP, pickup == null ? old.pickup() : pickup.toPickup()),
        fulfilmentMethods == null
            ? old.fulfilmentMethods()
            : fulfilmentMethods.stream().distinct().toList(),
        paymentMethods == null ? old.paymentMethods() : PaymentMethod.names(paymentMethods),
        warehousePriority == null
            ? old.warehousePriority()
            : warehousePriority.stream().distinct().toList());
  }

  private <T> @Nullable T kept(Clearable what, @Nullable T value) {
    return clear != null && clear.contains(what) ? null : value;
  }
}
