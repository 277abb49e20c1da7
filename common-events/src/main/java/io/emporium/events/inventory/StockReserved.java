package io.emporium.events.inventory;

import io.emporium.events.Contract;
import java.time.Instant;
import java.util.List;

/// All lines of the order are held until `expiresAt`.
@Contract("inventory.reserved")
public record StockReserved(String orderId, List<HeldLine> lines, Instant expiresAt)
    implements InventoryEvent {}
