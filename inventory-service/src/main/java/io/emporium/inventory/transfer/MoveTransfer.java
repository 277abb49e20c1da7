package io.emporium.inventory.transfer;

import io.emporium.inventory.warehouse.FindWarehouse;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The goods of a transfer leave, arrive, or come back. Who ships works at the source, who receives
/// at the target.
@Component
public class MoveTransfer {

  private final Transfers transfers;
  private final FindWarehouse warehouses;
  private final Ids ids;
  private final Clock clock;

  MoveTransfer(Transfers transfers, FindWarehouse warehouses, Ids ids, Clock clock) {
    this.transfers = transfers;
    this.warehouses = warehouses;
    this.ids = ids;
    this.clock = clock;
  }

  /// @throws Refusal conflict, when the source has not enough; it stays approved then
  public Transfer ship(Addressed addressed) {
    Transfer shipped =
        transfers.command(
            addressed,
            transfer -> {
              requireAt(addressed.caller(), transfer.fromWarehouseId());
              return transfer.ship(now());
            });
    if (shipped.status() == TransferStatus.APPROVED) {
      String found =
          shipped.shortages().stream()
              .map(line -> line.available() + " of " + line.requested() + " " + line.sku())
              .collect(Collectors.joining(", "));
      throw Refusal.conflict("insufficient_stock", "Available at the source: " + found);
    }
    return shipped;
  }

  public Transfer receive(Addressed addressed, Delivery.Count count) {
    String deliveryId = ids.next();
    return transfers.command(
        addressed,
        transfer -> {
          requireAt(addressed.caller(), transfer.toWarehouseId());
          return transfer.receive(deliveryId, count, now());
        });
  }

  public Transfer cancel(Addressed addressed, String reason) {
    return transfers.command(addressed, transfer -> transfer.cancel(reason, now()));
  }

  private void requireAt(Caller caller, String warehouseId) {
    if (!warehouses.limit(caller).map(mine -> mine.contains(warehouseId)).orElse(true)) {
      throw Refusal.forbidden("other_warehouse", "This is done by the people of that warehouse");
    }
  }

  private Act now() {
    return Act.now(clock.instant());
  }
}
