package io.emporium.inventory.stock;

import io.emporium.inventory.replica.ProductDirectory;
import io.emporium.inventory.replica.ShopDirectory;
import io.emporium.inventory.replica.ShopReplica;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.inventory.warehouse.WarehouseDirectory;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Stock by product.
@Component
public class FindStock {

  private static final Document NOTHING = new Document("_id", new Document("$in", List.of()));

  /// What is left out does not narrow.
  ///
  /// @param shopId only what its customers can be served from
  /// @param updatedSince only what has changed at that moment or later
  public record Filter(
      @Nullable String sku,
      @Nullable String productId,
      @Nullable String warehouseId,
      @Nullable String shopId,
      @Nullable Availability status,
      @Nullable Instant updatedSince) {}

  private final AggregateStore<StockItem> store;
  private final ProductDirectory products;
  private final ShopDirectory shops;
  private final WarehouseDirectory warehouses;

  FindStock(
      AggregateStore<StockItem> store,
      ProductDirectory products,
      ShopDirectory shops,
      WarehouseDirectory warehouses) {
    this.store = store;
    this.products = products;
    this.shops = shops;
    this.warehouses = warehouses;
  }

  /// For the people of a company, and for those of the platform.
  public Page<StockItem> handle(Scope scope, Filter filter, PageQuery page) {
    List<Document> all = narrowed(filter);
    if (filter.productId() != null) {
      all.add(ofProduct(scope, filter.productId()));
    }
    return store.page(scope, together(all), page);
  }

  /// For everybody: of whatever company, but of published products alone.
  public Page<StockItem> published(Filter filter, PageQuery page) {
    List<Document> all = narrowed(filter);
    all.add(
        filter.productId() == null
            ? new Document("listing.state", Listing.State.SHOWN.name())
            : new Document("listing.productId", filter.productId()));
    return store.page(Scope.platform(), together(all), page);
  }

  private List<Document> narrowed(Filter filter) {
    List<Document> all = new ArrayList<>();
    if (filter.sku() != null) {
      all.add(new Document("sku", filter.sku()));
    }
    if (filter.warehouseId() != null) {
      all.add(new Document("warehouseId", filter.warehouseId()));
    }
    if (filter.status() != null) {
      all.add(new Document("availability", filter.status().name()));
    }
    if (filter.updatedSince() != null) {
      all.add(new Document("updatedAt", new Document("$gte", filter.updatedSince())));
    }
    if (filter.shopId() != null) {
      all.add(servingShop(filter.shopId()));
    }
    return all;
  }

  private static Document together(List<Document> all) {
    return switch (all.size()) {
      case 0 -> new Document();
      case 1 -> all.getFirst();
      default -> new Document("$and", all);
    };
  }

  /// Ids of the items' products, by id of the item.
  public Map<String, String> productsOf(Scope scope, List<StockItem> items) {
    Set<String> skus = items.stream().map(StockItem::sku).collect(Collectors.toSet());
    Map<ProductDirectory.Sku, String> bySku = products.idsOf(scope, skus);
    Map<String, String> byItem = new HashMap<>();
    for (StockItem item : items) {
      String product = bySku.get(new ProductDirectory.Sku(item.key().companyId(), item.sku()));
      if (product != null) {
        byItem.put(item.id(), product);
      }
    }
    return byItem;
  }

  private Document ofProduct(Scope scope, String productId) {
    return products
        .find(scope, productId)
        .map(
            product ->
                new Document("companyId", product.companyId())
                    .append("sku", new Document("$in", product.skus())))
        .orElse(NOTHING);
  }

  // Another company's shop answers like one that does not exist: the scope keeps its stock out.
  private Document servingShop(String shopId) {
    Optional<ShopReplica> shop = shops.find(shopId);
    if (shop.isEmpty()) {
      return NOTHING;
    }
    String companyId = shop.get().companyId();
    List<String> serving =
        warehouses.of(companyId).stream()
            .filter(warehouse -> warehouse.serves(Set.of(shopId)))
            .map(Warehouse::id)
            .toList();
    return new Document("companyId", companyId).append("warehouseId", new Document("$in", serving));
  }
}
