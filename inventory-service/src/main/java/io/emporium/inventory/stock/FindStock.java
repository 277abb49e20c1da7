package io.emporium.inventory.stock;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Stock by product.
@Component
public class FindStock {

  /// What is left out does not narrow.
  public record Filter(
      @Nullable String sku, @Nullable String warehouseId, @Nullable Availability status) {

    Document toDocument() {
      Document filter = new Document();
      if (sku != null) {
        filter.append("sku", sku);
      }
      if (warehouseId != null) {
        filter.append("warehouseId", warehouseId);
      }
      if (status != null) {
        filter.append("availability", status.name());
      }
      return filter;
    }
  }

  private final AggregateStore<StockItem> store;

  FindStock(AggregateStore<StockItem> store) {
    this.store = store;
  }

  public Page<StockItem> handle(Scope scope, Filter filter, PageQuery page) {
    return store.page(scope, filter.toDocument(), page);
  }
}
