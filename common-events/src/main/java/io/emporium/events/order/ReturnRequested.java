package io.emporium.events.order;

import io.emporium.events.Contract;
import java.util.List;

/// A customer wants to send lines back.
@Contract("return.requested")
public record ReturnRequested(
    String returnId,
    String orderId,
    String customerId,
    String shopId,
    List<ShippedLine> lines,
    String reason)
    implements ReturnEvent {}
