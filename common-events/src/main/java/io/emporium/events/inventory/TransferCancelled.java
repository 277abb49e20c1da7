package io.emporium.events.inventory;

import io.emporium.events.Contract;

/// The transfer was called off; what was on its way returns.
@Contract("transfer.cancelled")
public record TransferCancelled(TransferSnapshot transfer, String reason)
    implements TransferEvent {}
