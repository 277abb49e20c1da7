package io.emporium.inventory.stock;

import io.emporium.inventory.replica.DefaultThresholds;
import io.emporium.inventory.work.Steps;
import io.emporium.inventory.work.StripedLocks;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
  private final DefaultThresholds thresholds;
  private final Clock clock;
  private final StripedLocks turns = new StripedLocks();

  StockItems(AggregateStore<StockItem> store, DefaultThresholds thresholds, Clock clock) {
    this.store = store;
    this.thresholds = thresholds;
    this.clock = clock;
  }

  /// @throws io.emporium.kit.problem.Refusal not found, or refused by the item
  public StockItem move(StockKey key, Movement movement) {
    return change(key, item -> item.move(movement, clock.instant()));
  }

  public StockItem setThreshold(StockKey key, long threshold) {
    return change(key, item -> item.setThreshold(threshold));
  }

  /// Enters the SKU in the warehouse's books, if it is not there yet.
  public void ensure(StockKey key, String warehouseName) {
    Scope company = Scope.company(key.companyId());
    if (store.find(company, key.id()).isEmpty()) {
      StockItem item = StockItem.open(key, warehouseName, thresholds.of(key.companyId()));
      var _ = Steps.onTheWay(() -> store.create(item));
    }
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
    return turns.within(
        key.id(),
        () ->
            Steps.onTheWay(() -> store.change(Scope.company(key.companyId()), key.id(), command)));
  }
}
