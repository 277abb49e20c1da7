package io.emporium.inventory.stock;

import java.time.Instant;

/// Units that are on hand but promised to an order.
///
/// @param attempt in which the order has taken them; each belongs to one worker
public record StockHold(String orderId, int attempt, int quantity, Instant expiresAt) {}
