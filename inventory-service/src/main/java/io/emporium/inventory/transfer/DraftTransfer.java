package io.emporium.inventory.transfer;

import io.emporium.inventory.warehouse.FindWarehouse;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Counters;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Somebody plans a transfer, and thinks again.
@Component
public class DraftTransfer {

  private static final String SERIES = "transfer";

  private final AggregateStore<Transfer> store;
  private final AggregateStore<Warehouse> warehouses;
  private final FindWarehouse access;
  private final Transfers transfers;
  private final Counters counters;
  private final Ids ids;
  private final Clock clock;

  DraftTransfer(
      AggregateStore<Transfer> store,
      AggregateStore<Warehouse> warehouses,
      FindWarehouse access,
      Transfers transfers,
      Counters counters,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.warehouses = warehouses;
    this.access = access;
    this.transfers = transfers;
    this.counters = counters;
    this.ids = ids;
    this.clock = clock;
  }

  public Transfer handle(Caller caller, TransferPlan plan) {
    String companyId = caller.requireCompany();
    requirePossible(caller, plan);
    String id = ids.next();
    // An id that is taken is this very request, sent again with its idempotency key.
    Optional<Transfer> before = store.find(Scope.company(companyId), id);
    if (before.isPresent()) {
      return before.get();
    }
    String number = "T-%06d".formatted(counters.next(companyId, SERIES));
    Transfer draft = Transfer.draft(id, companyId, number, plan, Act.now(clock.instant()));
    return store.create(draft) ? draft : store.get(Scope.company(companyId), id);
  }

  /// @param change what the plan becomes
  public Transfer edit(Addressed addressed, UnaryOperator<TransferPlan> change) {
    return transfers.command(
        addressed,
        transfer -> {
          TransferPlan plan = change.apply(transfer.plan());
          requirePossible(addressed.caller(), plan);
          return transfer.edit(plan, Act.now(clock.instant()));
        });
  }

  // Goods may come from or go to a warehouse that serves others, but not between two of those.
  private void requirePossible(Caller caller, TransferPlan plan) {
    String from = plan.fromWarehouseId();
    String to = plan.toWarehouseId();
    if (from.equals(to)) {
      throw Refusal.invalid("/toWarehouseId", "must be another warehouse");
    }
    Optional<Set<String>> mine = access.limit(caller);
    if (mine.isPresent() && !mine.get().contains(from) && !mine.get().contains(to)) {
      throw Refusal.notFound("warehouse", from);
    }
    var _ = warehouses.get(caller.companyScope(), from);
    var _ = warehouses.get(caller.companyScope(), to);
  }
}
