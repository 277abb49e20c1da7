package io.emporium.events.catalog;

import io.emporium.events.Contract;

/// The product can no longer be bought.
@Contract("product.unpublished")
public record ProductUnpublished(ProductSnapshot product) implements ProductEvent {}
