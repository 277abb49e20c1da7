package io.emporium.events.inventory;

import io.emporium.events.Contract;

/// Another person refused.
@Contract("transfer.rejected")
public record TransferRejected(TransferSnapshot transfer, String reason) implements TransferEvent {}
