package io.emporium.events.order;

import io.emporium.events.Contract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A shipment is on its way.
@Contract("order.shipped")
public record OrderShipped(
    String orderId,
    String fulfilmentId,
    String customerId,
    String shopId,
    List<ShippedLine> lines,
    @Nullable String carrier,
    @Nullable String trackingNumber)
    implements OrderEvent {}
