package io.emporium.events.order;

import io.emporium.events.Contract;

/// Everything is delivered and paid.
@Contract("order.completed")
public record OrderCompleted(String orderId, String customerId, String shopId)
    implements OrderEvent {}
