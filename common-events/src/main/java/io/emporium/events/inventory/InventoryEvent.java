package io.emporium.events.inventory;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about stock and reservations.
@PublishedBy("inventory-service")
public sealed interface InventoryEvent extends Fact
    permits ReservationExpired,
        ReservationFailed,
        StockBack,
        StockChanged,
        StockDeducted,
        StockLow,
        StockOut,
        StockReleased,
        StockReserved,
        StockRestocked {}
