package io.emporium.events.catalog;

import io.emporium.events.Money;

/// One line of a checked-out cart, with the price that the customer has seen.
public record CheckedOutLine(String productId, String sku, int quantity, Money unitPrice) {}
