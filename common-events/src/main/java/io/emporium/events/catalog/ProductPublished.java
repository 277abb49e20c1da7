package io.emporium.events.catalog;

import io.emporium.events.Contract;

/// The product can be found and bought.
@Contract("product.published")
public record ProductPublished(ProductSnapshot product) implements ProductEvent {}
