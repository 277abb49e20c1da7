package io.emporium.events.inventory;

import io.emporium.events.Contract;

/// A SKU that was out can be bought again.
@Contract("inventory.back_in_stock")
public record StockBack(String sku, String warehouseId, long available) implements InventoryEvent {}
