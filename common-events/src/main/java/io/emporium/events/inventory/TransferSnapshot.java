package io.emporium.events.inventory;

import java.util.List;

/// A transfer between two warehouses of one company.
public record TransferSnapshot(
    String transferId,
    String number,
    String fromWarehouseId,
    String toWarehouseId,
    String status,
    List<StockLine> lines) {}
