package io.emporium.events.inventory;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about batch operations on stock.
@PublishedBy("inventory-service")
public sealed interface BatchEvent extends Fact permits BatchCompleted {}
