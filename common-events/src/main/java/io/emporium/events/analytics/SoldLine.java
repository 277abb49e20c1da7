package io.emporium.events.analytics;

import io.emporium.events.Money;

/// Units and money of one product in a sale, tax apart.
public record SoldLine(String productId, String sku, String name, int quantity, Money net) {}
