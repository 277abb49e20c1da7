package io.emporium.events.inventory;

import io.emporium.events.Contract;
import java.util.List;

/// The goods, or a part of them, arrived.
@Contract("transfer.received")
public record TransferReceived(TransferSnapshot transfer, List<StockLine> received)
    implements TransferEvent {}
