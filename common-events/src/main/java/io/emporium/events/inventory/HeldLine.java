package io.emporium.events.inventory;

/// Units of a SKU held in one warehouse.
public record HeldLine(String sku, String warehouseId, int quantity) {}
