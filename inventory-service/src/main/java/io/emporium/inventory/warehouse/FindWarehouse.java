package io.emporium.inventory.warehouse;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// A warehouse that the caller may work in.
@Component
public class FindWarehouse {

  private final AggregateStore<Warehouse> warehouses;
  private final WarehouseDirectory directory;

  FindWarehouse(AggregateStore<Warehouse> warehouses, WarehouseDirectory directory) {
    this.warehouses = warehouses;
    this.directory = directory;
  }

  /// @throws Refusal not found, alike for unknown ones and those that serve other shops only
  public Warehouse handle(Caller caller, String id) {
    Warehouse warehouse = warehouses.get(caller.companyScope(), id);
    if (!isOpenTo(caller, warehouse)) {
      throw Refusal.notFound("warehouse", id);
    }
    return warehouse;
  }

  /// The only warehouses that the caller may work in, by id; empty when all within the caller's
  /// scope are open.
  public Optional<Set<String>> limit(Caller caller) {
    return switch (caller.role()) {
      case SUPER_ADMIN, COMPANY_ADMIN -> Optional.empty();
      case SHOP_MANAGER, SHOP_STAFF, CUSTOMER ->
          Optional.of(
              directory.of(caller.requireCompany()).stream()
                  .filter(warehouse -> isOpenTo(caller, warehouse))
                  .map(Warehouse::id)
                  .collect(Collectors.toSet()));
    };
  }

  private static boolean isOpenTo(Caller caller, Warehouse warehouse) {
    return switch (caller.role()) {
      case SUPER_ADMIN, COMPANY_ADMIN -> true;
      case SHOP_MANAGER, SHOP_STAFF -> warehouse.serves(caller.shopIds());
      case CUSTOMER -> false;
    };
  }
}
