package io.emporium.events.inventory;

import io.emporium.events.Contract;

/// Nothing is held for the order any longer.
@Contract("inventory.released")
public record StockReleased(String orderId, String reason) implements InventoryEvent {}
