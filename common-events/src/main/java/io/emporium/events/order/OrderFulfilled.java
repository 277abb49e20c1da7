package io.emporium.events.order;

import io.emporium.events.Contract;

/// Every line has left the shop or was handed over.
@Contract("order.fulfilled")
public record OrderFulfilled(String orderId, String customerId, String shopId)
    implements OrderEvent {}
