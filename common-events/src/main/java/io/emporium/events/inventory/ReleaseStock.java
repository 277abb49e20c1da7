package io.emporium.events.inventory;

import io.emporium.events.Contract;

/// Give held units back; accepted even when nothing was held, and then no later reserve succeeds.
@Contract("inventory.release")
public record ReleaseStock(String orderId, String reason) implements InventoryCommand {}
