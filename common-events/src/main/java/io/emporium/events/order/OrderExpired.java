package io.emporium.events.order;

import io.emporium.events.Contract;

/// Nobody paid in time.
@Contract("order.expired")
public record OrderExpired(String orderId, String number, String customerId, String shopId)
    implements OrderEvent {}
