package io.emporium.events.order;

import io.emporium.events.Contract;

/// The order could not be accepted: no stock, or the offer had gone.
@Contract("order.rejected")
public record OrderRejected(
    String orderId, String number, String customerId, String shopId, String reason)
    implements OrderEvent {}
