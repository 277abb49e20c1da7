package io.emporium.events.catalog;

import io.emporium.events.Contract;

/// At least one variant has another price.
@Contract("product.price_changed")
public record ProductPriceChanged(ProductSnapshot product) implements ProductEvent {}
