package io.emporium.events.inventory;

import io.emporium.events.Contract;
import java.time.Instant;
import java.util.List;

/// Hold every line or none, until `expiresAt`.
@Contract("inventory.reserve")
public record ReserveStock(String orderId, String shopId, List<StockLine> lines, Instant expiresAt)
    implements InventoryCommand {}
