package io.emporium.events.order;

import io.emporium.events.Contract;

/// The saga cannot go on by itself: a person must look.
@Contract("order.needs_attention")
public record OrderNeedsAttention(
    String orderId, String number, String customerId, String shopId, String step, String reason)
    implements OrderEvent {}
