package io.emporium.events.order;

import io.emporium.events.Contract;

/// The shop takes the lines back.
@Contract("return.approved")
public record ReturnApproved(String returnId, String orderId, String customerId, String shopId)
    implements ReturnEvent {}
