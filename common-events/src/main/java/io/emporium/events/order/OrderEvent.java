package io.emporium.events.order;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about orders.
@PublishedBy("sales-service")
public sealed interface OrderEvent extends Fact
    permits OrderCancelled,
        OrderCompleted,
        OrderConfirmed,
        OrderCreated,
        OrderDelivered,
        OrderExpired,
        OrderFulfilled,
        OrderNeedsAttention,
        OrderRejected,
        OrderShipped,
        OrderUpdated {}
