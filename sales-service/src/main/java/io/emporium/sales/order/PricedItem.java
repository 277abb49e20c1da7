package io.emporium.sales.order;

import io.emporium.events.Money;

/// What is ordered, at the price that counts.
///
/// @param unitPrice as displayed: with tax where the company's prices include it
record PricedItem(
    String productId, String sku, String name, int quantity, Money unitPrice, String taxClass) {}
