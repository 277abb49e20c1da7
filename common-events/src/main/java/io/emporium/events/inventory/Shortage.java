package io.emporium.events.inventory;

/// A SKU that could not be held. `available` is what was there when it was refused.
public record Shortage(String sku, int requested, long available) {}
