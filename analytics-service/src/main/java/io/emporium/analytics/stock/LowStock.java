package io.emporium.analytics.stock;

/// A SKU of which a warehouse has no more than the threshold.
public record LowStock(String sku, String warehouseId, long available, long threshold) {}
