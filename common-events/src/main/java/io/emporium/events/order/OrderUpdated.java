package io.emporium.events.order;

import io.emporium.events.Contract;
import org.jspecify.annotations.Nullable;

/// The status changed; follows every transition, beside the specific fact.
@Contract("order.update")
public record OrderUpdated(
    String orderId,
    String number,
    String customerId,
    String shopId,
    String previousStatus,
    String status,
    @Nullable String reason)
    implements OrderEvent {}
