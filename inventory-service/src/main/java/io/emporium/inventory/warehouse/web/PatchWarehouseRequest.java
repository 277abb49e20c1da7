package io.emporium.inventory.warehouse.web;

import io.emporium.inventory.warehouse.Warehouse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is left out stays as it is.
record PatchWarehouseRequest(
    @Nullable @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 120)
        String name,
    @Nullable @Size(max = 200) List<@NotBlank @Size(max = 64) String> shopIds,
    @Nullable @Size(max = 500) String address) {

  Warehouse.Details over(Warehouse.Details old) {
    return new Warehouse.Details(
        Objects.requireNonNullElse(name, old.name()),
        old.code(),
        Objects.requireNonNullElse(shopIds, old.shopIds()),
        address == null ? old.address() : address);
  }
}
