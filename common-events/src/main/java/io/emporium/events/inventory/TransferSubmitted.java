package io.emporium.events.inventory;

import io.emporium.events.Contract;

/// Someone asks for a transfer.
@Contract("transfer.submitted")
public record TransferSubmitted(TransferSnapshot transfer) implements TransferEvent {}
