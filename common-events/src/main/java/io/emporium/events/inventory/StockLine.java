package io.emporium.events.inventory;

/// How many units of a SKU.
public record StockLine(String sku, int quantity) {}
