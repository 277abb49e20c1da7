package io.emporium.ecommerce.catalog;

import io.emporium.ecommerce.category.Category;
import io.emporium.ecommerce.search.ListedProduct;
import io.emporium.ecommerce.search.ListedVariant;
import io.emporium.ecommerce.search.ProductIndex;
import io.emporium.ecommerce.stock.Availability;
import io.emporium.events.Money;
import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Brings products into the index of this instance. Each is read and shown under one lock, so that
/// what was read last is what is shown, however many tell at once that it has changed.
@Component
public class Showcase {

  private static final int BATCH = 200;

  private final AggregateStore<Product> products;
  private final SharedStore<Category> categories;
  private final ProductIndex index;
  private final ReentrantLock lock = new ReentrantLock();

  Showcase(AggregateStore<Product> products, SharedStore<Category> categories, ProductIndex index) {
    this.products = products;
    this.categories = categories;
    this.index = index;
  }

  /// The product has changed.
  public void refresh(String companyId, String productId) {
    lock.lock();
    try {
      products
          .find(Scope.company(companyId), productId)
          .filter(product -> product.status() == ProductStatus.PUBLISHED)
          .ifPresentOrElse(product -> index.put(listed(product)), () -> index.remove(productId));
    } finally {
      lock.unlock();
    }
  }

  /// Shows every published product; at the start.
  public void fill() {
    String last = "";
    do {
      last = showBatchAfter(last);
    } while (!last.isEmpty());
  }

  /// Looks again at what has changed since, should live news have been missed.
  public void catchUp(Instant since) {
    Document changed = new Document("changedAt", new Document("$gte", since));
    PageQuery page = PageQuery.first(BATCH).sortedBy("_id", true);
    List<Product> batch;
    do {
      batch = products.list(Scope.platform(), changed, page);
      batch.forEach(product -> refresh(product.company(), product.id()));
      page = new PageQuery(page.page() + 1, page.size(), page.sort());
    } while (batch.size() == BATCH);
  }

  private String showBatchAfter(String last) {
    lock.lock();
    try {
      List<Product> batch =
          products.list(
              Scope.platform(),
              new Document("status", ProductStatus.PUBLISHED.name())
                  .append("_id", new Document("$gt", last)),
              PageQuery.first(BATCH).sortedBy("_id", true));
      List<ListedProduct> listed = new ArrayList<>(batch.size());
      batch.forEach(product -> listed.add(listed(product)));
      index.putAll(listed);
      return batch.size() < BATCH ? "" : batch.getLast().id();
    } finally {
      lock.unlock();
    }
  }

  private ListedProduct listed(Product product) {
    ProductDetails details = product.details();
    return new ListedProduct(
        product.id(),
        product.shopId(),
        product.company(),
        details.name(),
        product.slug(),
        details.brand(),
        details.description(),
        details.categoryId(),
        categoryPath(details),
        details.attributes(),
        details.mediaUrls(),
        lowest(product.variants()),
        product.variants().stream().map(Showcase::listed).toList(),
        Availability.OUT,
        product.publishedAt().orElse(product.createdAt()));
  }

  private List<String> categoryPath(ProductDetails details) {
    String categoryId = details.categoryId();
    return categoryId == null
        ? List.of()
        : categories.find(categoryId).map(Category::path).orElse(List.of());
  }

  // The index adds what it knows of stock.
  private static ListedVariant listed(VariantSnapshot variant) {
    return new ListedVariant(
        variant.sku(),
        variant.title(),
        variant.options(),
        variant.price(),
        variant.compareAtPrice(),
        Availability.OUT);
  }

  private static Money lowest(List<VariantSnapshot> variants) {
    return variants.stream()
        .map(VariantSnapshot::price)
        .min(Comparator.comparingLong(Money::amount))
        .orElseThrow();
  }
}
