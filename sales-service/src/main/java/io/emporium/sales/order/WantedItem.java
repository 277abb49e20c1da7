package io.emporium.sales.order;

import org.jspecify.annotations.Nullable;

/// What somebody asks for.
///
/// @param sku null for the product's first variant
public record WantedItem(String productId, @Nullable String sku, int quantity) {}
