package io.emporium.inventory.replica;

import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Which SKUs belong to which product.
@Component
public class ProductDirectory {

  private static final int MOST = 1_000;

  /// A SKU is a name, unique within a company.
  public record Sku(String companyId, String sku) {}

  private final RecordStore<ProductReplica> products;

  ProductDirectory(RecordStore<ProductReplica> products) {
    this.products = products;
  }

  public Optional<ProductReplica> find(Scope scope, String productId) {
    return products.find(scope, productId);
  }

  /// Ids of products by SKU; SKUs that no product has are left out.
  public Map<Sku, String> idsOf(Scope scope, Set<String> skus) {
    return idsOf(scope, skus, new Document());
  }

  /// As [#idsOf], of published products alone.
  public Map<Sku, String> publishedIdsOf(Scope scope, Set<String> skus) {
    return idsOf(scope, skus, new Document("published", true));
  }

  private Map<Sku, String> idsOf(Scope scope, Set<String> skus, Document filter) {
    if (skus.isEmpty()) {
      return Map.of();
    }
    filter.append("skus", new Document("$in", List.copyOf(skus)));
    Map<Sku, String> ids = new HashMap<>();
    for (ProductReplica product : products.list(scope, filter, PageQuery.first(MOST))) {
      product.skus().forEach(sku -> ids.put(new Sku(product.companyId(), sku), product.id()));
    }
    return ids;
  }
}
