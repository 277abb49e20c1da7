package io.emporium.events.order;

import io.emporium.events.Contract;

/// A shipment has arrived.
@Contract("order.delivered")
public record OrderDelivered(String orderId, String fulfilmentId, String customerId, String shopId)
    implements OrderEvent {}
