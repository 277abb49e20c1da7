package io.emporium.inventory.warehouse;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import org.springframework.stereotype.Component;

/// A warehouse that the caller may work in.
@Component
public class FindWarehouse {

  private final AggregateStore<Warehouse> warehouses;

  FindWarehouse(AggregateStore<Warehouse> warehouses) {
    this.warehouses = warehouses;
  }

  /// @throws Refusal not found, alike for unknown ones and those that serve other shops only
  public Warehouse handle(Caller caller, String id) {
    Warehouse warehouse = warehouses.get(caller.companyScope(), id);
    boolean visible =
        switch (caller.role()) {
          case SUPER_ADMIN, COMPANY_ADMIN -> true;
          case SHOP_MANAGER, SHOP_STAFF -> warehouse.serves(caller.shopIds());
          case CUSTOMER -> false;
        };
    if (!visible) {
      throw Refusal.notFound("warehouse", id);
    }
    return warehouse;
  }
}
