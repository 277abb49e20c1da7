package io.emporium.sales.order;

import java.time.Duration;
import java.time.Instant;

/// Everything that a new order starts with.
///
/// @param correlationId under which all that follows is found, sweeps included
record Placement(
    String id,
    String companyId,
    String shopId,
    String number,
    Buyer buyer,
    Basket basket,
    Delivery delivery,
    Duration paymentWindow,
    Instant placedAt,
    String correlationId) {}
