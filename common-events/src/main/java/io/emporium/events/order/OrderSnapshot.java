package io.emporium.events.order;

import io.emporium.events.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order as others need to know it.
public record OrderSnapshot(
    String orderId,
    String number,
    String customerId,
    @Nullable String customerEmail,
    String shopId,
    String status,
    String fulfilment,
    List<OrderLineSnapshot> lines,
    Money subtotal,
    Money tax,
    Money shipping,
    Money total,
    Instant placedAt) {}
