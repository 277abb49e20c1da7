package io.emporium.events.inventory;

import io.emporium.events.Contract;

/// Available fell to zero.
@Contract("inventory.out_of_stock")
public record StockOut(String sku, String warehouseId) implements InventoryEvent {}
