package io.emporium.inventory.stock;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Stock items for those who check them all.
@Component
public class FindHolds {

  private final AggregateStore<StockItem> store;

  FindHolds(AggregateStore<StockItem> store) {
    this.store = store;
  }

  /// Items in chunks by id.
  ///
  /// @param lastId of the chunk before; empty for the first
  public List<StockItem> after(Scope scope, String lastId, int chunk) {
    Document filter = new Document("_id", new Document("$gt", lastId));
    return store.list(scope, filter, PageQuery.first(chunk).sortedBy("_id", true));
  }

  /// Items with a hold whose time was over at that moment.
  public List<StockItem> withHoldsBefore(Instant moment, int most) {
    Document filter = new Document("orders.open.expiresAt", new Document("$lt", moment));
    return store.list(Scope.platform(), filter, PageQuery.first(most));
  }
}
