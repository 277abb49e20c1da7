package io.emporium.ecommerce.catalog;

import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The products that there are; a deleted one is not. Whoever writes finds it in the search at
/// once.
@Component
public class Products {

  private static final Document NOT_DELETED = new Document("$ne", ProductStatus.DELETED.name());

  private final AggregateStore<Product> store;
  private final Showcase showcase;
  private final Clock clock;

  Products(AggregateStore<Product> store, Showcase showcase, Clock clock) {
    this.store = store;
    this.showcase = showcase;
    this.clock = clock;
  }

  public Optional<Product> find(Scope scope, String id) {
    return store.find(scope, id).filter(product -> product.status() != ProductStatus.DELETED);
  }

  public Product get(Scope scope, String id) {
    return find(scope, id).orElseThrow(() -> Refusal.notFound("product", id));
  }

  /// @param filter may leave the status open; deleted ones are left out all the same
  public Page<Product> page(Scope scope, Document filter, PageQuery page) {
    Document present = new Document(filter);
    present.putIfAbsent("status", NOT_DELETED);
    return store.page(scope, present, page);
  }

  /// What of one company can be bought right now, from the database and not from the index.
  public List<Product> onSale(String companyId, Collection<String> ids) {
    return store.list(
        Scope.company(companyId),
        new Document("_id", new Document("$in", List.copyOf(ids)))
            .append("status", ProductStatus.PUBLISHED.name()),
        PageQuery.first(Math.max(1, ids.size())));
  }

  /// @return empty when its id, slug or one of its SKUs is taken
  Optional<Product> create(Product.Draft draft) {
    Product product = Product.create(draft, clock.instant());
    return store.create(product) ? Optional.of(product) : Optional.empty();
  }

  public Product change(
      Scope scope,
      String id,
      @Nullable Long expectedVersion,
      BiFunction<Product, Instant, Outcome> command) {
    Product product =
        store.change(
            scope,
            id,
            expectedVersion,
            found -> {
              if (found.status() == ProductStatus.DELETED) {
                throw Refusal.notFound("product", id);
              }
              return command.apply(found, clock.instant());
            });
    showcase.refresh(product.company(), id);
    return product;
  }

  /// Whether another product of the company has one of these SKUs.
  boolean skuTaken(String companyId, List<VariantSnapshot> variants, String ownId) {
    Document others =
        new Document("skuKeys", new Document("$in", Product.skuKeys(companyId, variants)))
            .append("_id", new Document("$ne", ownId));
    return store.findOne(Scope.company(companyId), others).isPresent();
  }
}
