package io.emporium.inventory.stock;

import io.emporium.inventory.replica.CompanyRules;
import io.emporium.inventory.replica.ProductDirectory;
import io.emporium.inventory.replica.ProductDirectory.Sku;
import io.emporium.inventory.work.StripedLocks;
import io.emporium.kit.context.Steps;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// The stock of all companies.
///
/// A stock write never consumes a message: one message may move an item twice (hold, then release),
/// and what was done is known from the item's own holds and movements.
@Component
public class StockItems {

  private final AggregateStore<StockItem> store;
  private final CompanyRules rules;
  private final ProductDirectory products;
  private final Clock clock;
  private final StripedLocks turns = new StripedLocks();

  StockItems(
      AggregateStore<StockItem> store, CompanyRules rules, ProductDirectory products, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.products = products;
    this.clock = clock;
  }

  /// @throws Refusal not found, or refused by the item
  public StockItem move(StockKey key, Movement movement) {
    return change(key, item -> item.move(movement, clock.instant()));
  }

  /// As [#move(StockKey, Movement)], for who has just read the item.
  public StockItem move(StockItem asRead, Movement movement) {
    return change(asRead, item -> item.move(movement, clock.instant()));
  }

  public StockItem setThreshold(StockKey key, long threshold) {
    return change(key, item -> item.setThreshold(threshold, clock.instant()));
  }

  /// As [#setThreshold(StockKey, long)], for who says which version of the item they have seen.
  ///
  /// @throws Refusal stale, when it has another one, or has never been there
  public StockItem setThreshold(StockKey key, long threshold, long seen) {
    Scope company = Scope.company(key.companyId());
    if (store.find(company, key.id()).isEmpty()) {
      throw new Refusal(Category.STALE, "stale_version", "There is nothing here to have been seen");
    }
    return inTurn(
        key,
        () ->
            store.change(
                company, key.id(), seen, item -> item.setThreshold(threshold, clock.instant())));
  }

  /// The item; entered in the warehouse's books if it is not there yet.
  public StockItem ensure(StockKey key, String warehouseName) {
    Scope company = Scope.company(key.companyId());
    StockItem item = store.find(company, key.id()).orElseGet(() -> open(key, warehouseName));
    return item.listing().isKnown() ? item : listNew(item);
  }

  // Only now that it is stored: events that come from here on find it and write what they know, and
  // whoever is second leaves it at that. Who is cut off in between comes here again.
  private StockItem listNew(StockItem item) {
    return change(item, it -> it.listing().isKnown() ? Outcome.ALREADY : it.list(listingOf(it)));
  }

  private StockItem open(StockKey key, String warehouseName) {
    long threshold = rules.lowStockThreshold(key.companyId());
    StockItem item = StockItem.open(key, warehouseName, threshold, clock.instant());
    return Steps.onTheWay(() -> store.create(item))
        ? item
        : store.get(Scope.company(key.companyId()), key.id());
  }

  /// Lets the public know of the item while a published product has its SKU, and no longer; for who
  /// comes again when cut off.
  ///
  /// Products are read after the item, and once more after each write: should one have changed in
  /// between, whoever heard of it may have found nothing to do yet, and this write came too late.
  void list(StockItem asRead) {
    StockItem item = asRead;
    long before;
    do {
      before = item.version();
      item = change(item, it -> it.list(listingOf(it)));
    } while (item.version() != before);
  }

  private Listing listingOf(StockItem item) {
    Sku sku = new Sku(item.key().companyId(), item.sku());
    Scope company = Scope.company(sku.companyId());
    return Listing.of(products.publishedIdsOf(company, Set.of(sku.sku())).get(sku));
  }

  /// Those of the keys that exist, in the order of the keys.
  public List<StockItem> findAll(String companyId, List<StockKey> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    List<String> ids = keys.stream().map(StockKey::id).toList();
    Map<String, StockItem> found =
        store
            .list(
                Scope.company(companyId),
                new Document("_id", new Document("$in", ids)),
                PageQuery.first(ids.size()))
            .stream()
            .collect(Collectors.toMap(StockItem::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private StockItem change(StockKey key, Function<StockItem, Outcome> command) {
    return inTurn(key, () -> store.change(Scope.company(key.companyId()), key.id(), command));
  }

  private StockItem change(StockItem asRead, Function<StockItem, Outcome> command) {
    return inTurn(asRead.key(), () -> store.change(asRead, command));
  }

  private StockItem inTurn(StockKey key, Supplier<StockItem> work) {
    return turns.within(key.id(), () -> Steps.onTheWay(work));
  }
}
