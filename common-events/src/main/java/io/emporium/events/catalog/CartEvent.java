package io.emporium.events.catalog;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about carts.
@PublishedBy("ecommerce-service")
public sealed interface CartEvent extends Fact permits CartCheckedOut {}
