package io.emporium.inventory.warehouse;

import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import org.springframework.stereotype.Component;

/// A company opens a warehouse.
@Component
public class OpenWarehouse {

  private final AggregateStore<Warehouse> warehouses;
  private final WarehouseDirectory directory;
  private final Ids ids;

  OpenWarehouse(AggregateStore<Warehouse> warehouses, WarehouseDirectory directory, Ids ids) {
    this.warehouses = warehouses;
    this.directory = directory;
    this.ids = ids;
  }

  public Warehouse handle(String companyId, Warehouse.Details details) {
    Warehouse warehouse = Warehouse.open(ids.next(), companyId, details);
    if (!warehouses.create(warehouse)) {
      // Either this very request, sent again with its idempotency key, or the code is taken.
      return warehouses
          .find(Scope.company(companyId), warehouse.id())
          .orElseThrow(
              () ->
                  Refusal.conflict(
                      "warehouse_code_taken",
                      "Another warehouse has the code " + details.code() + " already"));
    }
    directory.forget(companyId);
    return warehouse;
  }
}
