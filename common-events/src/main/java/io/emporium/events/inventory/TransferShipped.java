package io.emporium.events.inventory;

import io.emporium.events.Contract;

/// The goods left the source.
@Contract("transfer.shipped")
public record TransferShipped(TransferSnapshot transfer) implements TransferEvent {}
