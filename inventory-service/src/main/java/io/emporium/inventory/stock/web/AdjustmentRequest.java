package io.emporium.inventory.stock.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// @param delta units found, or lost when negative
record AdjustmentRequest(
    @NotBlank @Size(max = 64) String warehouseId,
    @NotBlank @Size(max = 64) String sku,
    @Min(-1_000_000) @Max(1_000_000) long delta,
    @NotBlank @Size(max = 500) String reason) {}
