package io.emporium.inventory.stock;

import java.time.Instant;

/// Units that are on hand but promised to an order.
public record StockHold(String orderId, int quantity, Instant expiresAt) {}
