package io.emporium.events.inventory;

import io.emporium.events.Contract;

/// The order is paid: the held units leave the stock.
@Contract("inventory.deduct")
public record DeductStock(String orderId) implements InventoryCommand {}
