package io.emporium.events.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A transfer between two warehouses of one company.
///
/// @param fromShopIds the only shops that sell from the source, as when the transfer was asked for;
///   empty when all of the company do, null when that was not kept yet
/// @param toShopIds the same of the target
public record TransferSnapshot(
    String transferId,
    String number,
    String fromWarehouseId,
    String toWarehouseId,
    @Nullable List<String> fromShopIds,
    @Nullable List<String> toShopIds,
    String status,
    List<StockLine> lines) {}
