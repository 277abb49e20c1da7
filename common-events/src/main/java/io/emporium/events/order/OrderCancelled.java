package io.emporium.events.order;

import io.emporium.events.Contract;

/// The order was called off by a person or by a failed payment.
@Contract("order.cancelled")
public record OrderCancelled(
    String orderId, String number, String customerId, String shopId, String reason)
    implements OrderEvent {}
