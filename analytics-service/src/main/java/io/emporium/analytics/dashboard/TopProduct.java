package io.emporium.analytics.dashboard;

import io.emporium.events.Money;

/// Units and net sales of a variant in one currency, before partial refunds.
public record TopProduct(String productId, String sku, String name, long quantity, Money net) {}
