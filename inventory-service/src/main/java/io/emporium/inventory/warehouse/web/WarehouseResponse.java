package io.emporium.inventory.warehouse.web;

import io.emporium.inventory.warehouse.Warehouse;
import java.util.List;
import org.jspecify.annotations.Nullable;

record WarehouseResponse(
    String id,
    String companyId,
    String name,
    String code,
    List<String> shopIds,
    @Nullable String address,
    long version) {

  static WarehouseResponse from(Warehouse warehouse) {
    Warehouse.Details details = warehouse.details();
    return new WarehouseResponse(
        warehouse.id(),
        warehouse.owner(),
        details.name(),
        details.code(),
        details.shopIds(),
        details.address(),
        warehouse.version());
  }
}
