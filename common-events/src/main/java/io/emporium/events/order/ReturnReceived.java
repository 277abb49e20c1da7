package io.emporium.events.order;

import io.emporium.events.Contract;
import io.emporium.events.Money;
import java.util.List;

/// Goods came back; `refund` is what the customer gets.
@Contract("return.received")
public record ReturnReceived(
    String returnId,
    String orderId,
    String customerId,
    String shopId,
    List<ShippedLine> lines,
    Money refund)
    implements ReturnEvent {}
