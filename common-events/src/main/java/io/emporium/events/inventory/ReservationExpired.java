package io.emporium.events.inventory;

import io.emporium.events.Contract;

/// A reservation ended because its time was over.
@Contract("inventory.expired")
public record ReservationExpired(String orderId) implements InventoryEvent {}
