package io.emporium.events.catalog;

import io.emporium.events.Contract;

/// The product is gone from the catalogue; orders keep their copies.
@Contract("product.deleted")
public record ProductDeleted(ProductSnapshot product) implements ProductEvent {}
