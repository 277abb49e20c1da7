package io.emporium.inventory.stock;

import io.emporium.inventory.replica.CompanyRules;
import io.emporium.inventory.work.StripedLocks;
import io.emporium.kit.context.Steps;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final Clock clock;
  private final StripedLocks turns = new StripedLocks();

  StockItems(AggregateStore<StockItem> store, CompanyRules rules, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.clock = clock;
  }

  /// @throws io.emporium.kit.problem.Refusal not found, or refused by the item
  public StockItem move(StockKey key, Movement movement) {
    return change(key, item -> item.move(movement, clock.instant()));
  }

  /// As [#move(StockKey, Movement)], for who has just read the item.
  public StockItem move(StockItem asRead, Movement movement) {
    return inTurn(
        asRead.key(), () -> store.change(asRead, item -> item.move(movement, clock.instant())));
  }

  public StockItem setThreshold(StockKey key, long threshold) {
    return change(key, item -> item.setThreshold(threshold, clock.instant()));
  }

  /// The item; entered in the warehouse's books if it is not there yet.
  public StockItem ensure(StockKey key, String warehouseName) {
    Scope company = Scope.company(key.companyId());
    return store.find(company, key.id()).orElseGet(() -> open(key, warehouseName));
  }

  private StockItem open(StockKey key, String warehouseName) {
    long threshold = rules.lowStockThreshold(key.companyId());
    StockItem item = StockItem.open(key, warehouseName, threshold, clock.instant());
    return Steps.onTheWay(() -> store.create(item))
        ? item
        : store.get(Scope.company(key.companyId()), key.id());
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

  private StockItem inTurn(StockKey key, Supplier<StockItem> work) {
    return turns.within(key.id(), () -> Steps.onTheWay(work));
  }
}
