package io.emporium.inventory.transfer;

import io.emporium.inventory.replica.CompanyRules;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// A transfer is asked for, and somebody else agrees or does not.
@Component
public class DecideTransfer {

  private final Transfers transfers;
  private final AggregateStore<Warehouse> warehouses;
  private final CompanyRules rules;
  private final Clock clock;

  DecideTransfer(
      Transfers transfers, AggregateStore<Warehouse> warehouses, CompanyRules rules, Clock clock) {
    this.transfers = transfers;
    this.warehouses = warehouses;
    this.rules = rules;
    this.clock = clock;
  }

  public Transfer submit(Addressed addressed) {
    boolean needsApproval = rules.transfersNeedApproval(addressed.caller().requireCompany());
    return transfers.command(
        addressed, transfer -> transfer.submit(needsApproval, servedBy(transfer), now()));
  }

  public Transfer approve(Addressed addressed) {
    return transfers.command(addressed, transfer -> transfer.approve(now()));
  }

  public Transfer reject(Addressed addressed, String reason) {
    return transfers.command(addressed, transfer -> transfer.reject(reason, now()));
  }

  private ServedShops servedBy(Transfer transfer) {
    Scope scope = Scope.company(transfer.owner());
    return new ServedShops(
        warehouses.get(scope, transfer.fromWarehouseId()).details().shopIds(),
        warehouses.get(scope, transfer.toWarehouseId()).details().shopIds());
  }

  private Act now() {
    return Act.now(clock.instant());
  }
}
