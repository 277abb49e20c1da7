package io.emporium.events.inventory;

import io.emporium.events.Contract;

/// Another person agreed.
@Contract("transfer.approved")
public record TransferApproved(TransferSnapshot transfer) implements TransferEvent {}
