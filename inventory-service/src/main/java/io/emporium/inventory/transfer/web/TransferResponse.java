package io.emporium.inventory.transfer.web;

import io.emporium.inventory.transfer.Delivery;
import io.emporium.inventory.transfer.Transfer;
import io.emporium.inventory.transfer.TransferLine;
import io.emporium.inventory.transfer.TransferStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param reason why it was rejected or cancelled
record TransferResponse(
    String id,
    String number,
    TransferStatus status,
    String fromWarehouseId,
    String toWarehouseId,
    List<LineResponse> lines,
    List<Delivery> deliveries,
    @Nullable String note,
    @Nullable String reason,
    String createdBy,
    @Nullable String submittedBy,
    @Nullable String decidedBy,
    Instant createdAt,
    Instant changedAt,
    long version) {

  /// @param open units that are still to come
  record LineResponse(
      String sku,
      int quantity,
      int good,
      int damaged,
      int missing,
      int surplus,
      int returned,
      int open) {

    private static LineResponse from(TransferLine line) {
      return new LineResponse(
          line.sku(),
          line.quantity(),
          line.good(),
          line.damaged(),
          line.missing(),
          line.surplus(),
          line.returned(),
          line.open());
    }
  }

  static TransferResponse from(Transfer transfer) {
    return new TransferResponse(
        transfer.id(),
        transfer.number(),
        transfer.status(),
        transfer.fromWarehouseId(),
        transfer.toWarehouseId(),
        transfer.lines().stream().map(LineResponse::from).toList(),
        transfer.freight().deliveries(),
        transfer.plan().note(),
        transfer.reason(),
        transfer.people().createdBy(),
        transfer.people().submittedBy(),
        transfer.people().decidedBy(),
        transfer.createdAt(),
        transfer.changedAt(),
        transfer.version());
  }
}
