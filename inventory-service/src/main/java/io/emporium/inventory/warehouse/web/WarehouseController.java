package io.emporium.inventory.warehouse.web;

import io.emporium.inventory.warehouse.FindWarehouse;
import io.emporium.inventory.warehouse.OpenWarehouse;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.inventory.warehouse.WarehouseDirectory;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.EntityTag;
import io.emporium.kit.web.Sortable;
import jakarta.validation.Valid;
import java.net.URI;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(WarehouseController.PATH)
class WarehouseController {

  static final String PATH = "/api/inventory/v1/warehouses";

  private final OpenWarehouse open;
  private final FindWarehouse find;
  private final AggregateStore<Warehouse> warehouses;
  private final WarehouseDirectory directory;

  WarehouseController(
      OpenWarehouse open,
      FindWarehouse find,
      AggregateStore<Warehouse> warehouses,
      WarehouseDirectory directory) {
    this.open = open;
    this.find = find;
    this.warehouses = warehouses;
    this.directory = directory;
  }

  @PostMapping
  ResponseEntity<WarehouseResponse> create(
      Caller caller, @Valid @RequestBody WarehouseRequest request) {
    Warehouse warehouse = open.handle(caller.requireCompany(), request.toDetails());
    return ResponseEntity.created(URI.create(PATH + "/" + warehouse.id()))
        .eTag(EntityTag.of(warehouse.version()))
        .body(WarehouseResponse.from(warehouse));
  }

  @GetMapping
  Page<WarehouseResponse> list(Caller caller, @Sortable({"_id", "name", "code"}) PageQuery page) {
    return warehouses
        .page(caller.companyScope(), new Document(), page)
        .map(WarehouseResponse::from);
  }

  @GetMapping("/{id}")
  ResponseEntity<WarehouseResponse> read(Caller caller, @PathVariable String id) {
    return answer(find.handle(caller, id));
  }

  @PatchMapping("/{id}")
  ResponseEntity<WarehouseResponse> change(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody PatchWarehouseRequest request) {
    Warehouse changed =
        warehouses.change(
            caller.companyScope(),
            id,
            EntityTag.version(ifMatch),
            warehouse -> warehouse.describe(request.over(warehouse.details())));
    directory.forget(changed.owner());
    return answer(changed);
  }

  private static ResponseEntity<WarehouseResponse> answer(Warehouse warehouse) {
    return ResponseEntity.ok()
        .eTag(EntityTag.of(warehouse.version()))
        .body(WarehouseResponse.from(warehouse));
  }
}
