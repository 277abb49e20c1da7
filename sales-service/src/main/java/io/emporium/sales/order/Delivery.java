package io.emporium.sales.order;

import io.emporium.events.catalog.DeliveryAddress;
import org.jspecify.annotations.Nullable;

/// How and where the goods are wanted.
public record Delivery(
    FulfilmentMethod method, @Nullable DeliveryAddress address, @Nullable String note) {}
