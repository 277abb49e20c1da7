package io.emporium.events.inventory;

import io.emporium.events.Contract;
import org.jspecify.annotations.Nullable;

/// Figures of a SKU in a warehouse. `delta` is the change of on-hand, 0 for holds; `kind` is
/// receipt, adjustment, sale, return, transfer_out, transfer_in, hold or release; `reference` is
/// the order, transfer or receipt behind it.
@Contract("inventory.stock_changed")
public record StockChanged(
    String sku,
    String warehouseId,
    long onHand,
    long reserved,
    long available,
    long delta,
    String kind,
    @Nullable String reference,
    @Nullable String reason)
    implements InventoryEvent {}
