package io.emporium.inventory.stock.web;

import io.emporium.inventory.stock.AdjustStock;
import io.emporium.inventory.stock.FindStock;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockItems;
import io.emporium.inventory.stock.StockKey;
import io.emporium.inventory.warehouse.FindWarehouse;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.web.EntityTag;
import io.emporium.kit.web.Sortable;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/inventory/v1")
class StockController {

  private final FindWarehouse warehouses;
  private final FindStock find;
  private final AdjustStock adjust;
  private final StockItems stock;

  StockController(FindWarehouse warehouses, FindStock find, AdjustStock adjust, StockItems stock) {
    this.warehouses = warehouses;
    this.find = find;
    this.adjust = adjust;
    this.stock = stock;
  }

  @GetMapping("/products")
  Page<StockView> products(
      @Nullable Caller caller,
      StockQuery query,
      @Sortable({"sku", "_id", "updatedAt"}) PageQuery page) {
    // Who may not see figures may ask about every company's products that are on sale to all.
    if (caller == null || caller.role() == Role.CUSTOMER) {
      return find.published(query.toFilter(), page).map(StockView::hint);
    }
    Scope scope = caller.companyScope();
    Page<StockItem> found = find.handle(scope, query.toFilter(), page);
    Map<String, String> products = find.productsOf(scope, found.items());
    return found.map(item -> StockView.figures(item, products.get(item.id())));
  }

  @PostMapping("/adjustments")
  ResponseEntity<AdjustmentResponse> adjust(
      Caller caller, @Valid @RequestBody AdjustmentRequest request) {
    if (request.delta() == 0) {
      throw Refusal.invalid("/delta", "must not be 0");
    }
    Warehouse warehouse = warehouses.handle(caller, request.warehouseId());
    var adjusted =
        adjust.handle(
            new AdjustStock.Command(
                warehouse, request.sku().strip(), request.delta(), request.reason().strip()));
    return ResponseEntity.created(
            URI.create("/api/inventory/v1/movements?reference=" + adjusted.id()))
        .body(AdjustmentResponse.from(adjusted));
  }

  @PutMapping("/thresholds")
  ResponseEntity<StockView> setThreshold(
      Caller caller,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ThresholdRequest request) {
    Warehouse warehouse = warehouses.handle(caller, request.warehouseId());
    StockKey key = new StockKey(warehouse.owner(), warehouse.id(), request.sku().strip());
    StockItem item = setThreshold(key, warehouse, request.threshold(), EntityTag.version(ifMatch));
    Map<String, String> products = find.productsOf(caller.companyScope(), List.of(item));
    return ResponseEntity.ok()
        .eTag(EntityTag.of(item.version()))
        .body(StockView.figures(item, products.get(item.id())));
  }

  // Who has seen a version has seen an item: none is opened for them.
  private StockItem setThreshold(
      StockKey key, Warehouse warehouse, long threshold, @Nullable Long seen) {
    if (seen != null) {
      return stock.setThreshold(key, threshold, seen);
    }
    var _ = stock.ensure(key, warehouse.name());
    return stock.setThreshold(key, threshold);
  }
}
