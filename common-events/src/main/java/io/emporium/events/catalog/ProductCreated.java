package io.emporium.events.catalog;

import io.emporium.events.Contract;

/// A product exists as a draft.
@Contract("product.created")
public record ProductCreated(ProductSnapshot product) implements ProductEvent {}
