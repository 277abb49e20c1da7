package io.emporium.inventory.stock;

import io.emporium.inventory.replica.ProductDirectory;
import io.emporium.inventory.replica.ProductDirectory.Sku;
import io.emporium.inventory.replica.ProductReplica;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Lets the public know of the stock of published products, and of no other.
///
/// An item follows what is known of all products at that moment, not the one event that asks for
/// it. So it does not matter how often and in which order events come, nor which of two products
/// gives a SKU up and which one takes it over.
@Component
public class ListStock {

  private static final int CHUNK = 100;

  private final AggregateStore<StockItem> store;
  private final StockItems stock;
  private final ProductDirectory products;

  ListStock(AggregateStore<StockItem> store, StockItems stock, ProductDirectory products) {
    this.store = store;
    this.stock = stock;
    this.products = products;
  }

  /// Has the items of a product follow, those of SKUs that it has given up among them. New items of
  /// any SKU go first: somebody may be about to list one for this product as it was until now.
  public void handle(ProductReplica product) {
    Scope company = Scope.company(product.companyId());
    follow(company, new Document("listing.state", Listing.State.UNKNOWN.name()));
    follow(company, new Document("sku", new Document("$in", product.skus())));
    follow(
        company,
        new Document("listing.productId", product.id())
            .append("sku", new Document("$nin", product.skus())));
  }

  private void follow(Scope company, Document concerned) {
    String last = "";
    List<StockItem> chunk;
    do {
      Document next = new Document(concerned).append("_id", new Document("$gt", last));
      chunk = store.list(company, next, PageQuery.first(CHUNK).sortedBy("_id", true));
      follow(company, chunk);
      last = chunk.isEmpty() ? last : chunk.getLast().id();
    } while (chunk.size() == CHUNK);
  }

  // Most events change nothing here, a price for instance: no item is written for them.
  private void follow(Scope company, List<StockItem> items) {
    Set<String> skus = items.stream().map(StockItem::sku).collect(Collectors.toSet());
    Map<Sku, String> published = products.publishedIdsOf(company, skus);
    for (StockItem item : items) {
      Listing wanted = Listing.of(published.get(new Sku(item.key().companyId(), item.sku())));
      if (!item.listing().equals(wanted)) {
        stock.list(item);
      }
    }
  }
}
