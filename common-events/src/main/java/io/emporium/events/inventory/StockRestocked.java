package io.emporium.events.inventory;

import io.emporium.events.Contract;
import java.util.List;

/// Units came back.
@Contract("inventory.restocked")
public record StockRestocked(String orderId, String restockId, List<HeldLine> lines)
    implements InventoryEvent {}
