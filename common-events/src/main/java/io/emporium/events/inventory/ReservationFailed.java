package io.emporium.events.inventory;

import io.emporium.events.Contract;
import java.util.List;

/// Nothing is held for the order. `reason` is `insufficient_stock`, `unknown_sku`, `released` or
/// `expired`.
@Contract("inventory.reservation_failed")
public record ReservationFailed(String orderId, String reason, List<Shortage> shortages)
    implements InventoryEvent {}
