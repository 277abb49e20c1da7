package io.emporium.sales.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened to an order.
///
/// @param status of the order afterwards
/// @param event such as `stock_held` or `shipped`
/// @param actor id of the user, or `system`
public record TimelineEntry(
    Instant at, OrderStatus status, String event, String actor, @Nullable String note) {}
