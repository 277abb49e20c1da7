package io.emporium.events.order;

import io.emporium.events.Contract;

/// The shop does not take the lines back.
@Contract("return.rejected")
public record ReturnRejected(
    String returnId, String orderId, String customerId, String shopId, String reason)
    implements ReturnEvent {}
