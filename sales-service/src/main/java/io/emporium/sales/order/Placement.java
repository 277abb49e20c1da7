package io.emporium.sales.order;

import io.emporium.events.payment.PaymentOptions;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything that a new order starts with.
///
/// @param correlationId under which all that follows is found, sweeps included
/// @param paymentOptions what the customer may pay with, and what they chose
/// @param till how it was paid at the till; null for what is not sold there
record Placement(
    String id,
    String companyId,
    String shopId,
    String number,
    Buyer buyer,
    Basket basket,
    Delivery delivery,
    Duration paymentWindow,
    PaymentOptions paymentOptions,
    Instant placedAt,
    String correlationId,
    @Nullable TillPayment till) {}
