package io.emporium.events.catalog;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about customer profiles.
@PublishedBy("ecommerce-service")
public sealed interface CustomerEvent extends Fact permits CustomerProfileUpdated {}
