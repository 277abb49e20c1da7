package io.emporium.shop.web;

import io.emporium.shop.registry.Pickup;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record PickupRequest(
    @Nullable @Size(max = 500) String instructions,
    @NotNull @Min(0) @Max(20_160) Integer readyAfterMinutes) {

  Pickup toPickup() {
    return new Pickup(instructions, readyAfterMinutes);
  }
}
