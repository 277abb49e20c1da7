package io.emporium.events.inventory;

import io.emporium.events.Contract;
import java.util.List;

/// Returned or undone units come back; `restockId` makes it happen once. An empty `lines` means all
/// that was deducted.
@Contract("inventory.restock")
public record RestockItems(String orderId, String restockId, List<StockLine> lines, String reason)
    implements InventoryCommand {}
