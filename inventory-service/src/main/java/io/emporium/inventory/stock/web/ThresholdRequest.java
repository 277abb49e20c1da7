package io.emporium.inventory.stock.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record ThresholdRequest(
    @NotBlank @Size(max = 64) String warehouseId,
    @NotBlank @Size(max = 64) String sku,
    @Min(0) @Max(1_000_000) long threshold) {}
