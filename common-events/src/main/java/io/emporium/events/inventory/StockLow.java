package io.emporium.events.inventory;

import io.emporium.events.Contract;

/// Available fell to or below the threshold. Raised on crossing, once until re-armed.
@Contract("inventory.low_stock")
public record StockLow(String sku, String warehouseId, long available, long threshold)
    implements InventoryEvent {}
