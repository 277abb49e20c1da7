package io.emporium.events.inventory;

import io.emporium.events.Command;
import io.emporium.events.HandledBy;

/// What the order saga asks of the stock. Each is safe to repeat and answers again.
@HandledBy("inventory-service")
public sealed interface InventoryCommand extends Command
    permits DeductStock, ReleaseStock, ReserveStock, RestockItems {}
