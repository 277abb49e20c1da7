package io.emporium.events.inventory;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about transfers between warehouses.
@PublishedBy("inventory-service")
public sealed interface TransferEvent extends Fact
    permits TransferApproved,
        TransferCancelled,
        TransferReceived,
        TransferRejected,
        TransferShipped,
        TransferSubmitted {}
