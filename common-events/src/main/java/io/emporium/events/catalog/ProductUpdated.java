package io.emporium.events.catalog;

import io.emporium.events.Contract;

/// Something other than a price or the status changed.
@Contract("product.updated")
public record ProductUpdated(ProductSnapshot product) implements ProductEvent {}
