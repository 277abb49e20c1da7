package io.emporium.events.inventory;

import io.emporium.events.Contract;
import java.util.List;

/// The held units have left the stock.
@Contract("inventory.deducted")
public record StockDeducted(String orderId, List<HeldLine> lines) implements InventoryEvent {}
