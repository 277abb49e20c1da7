package io.emporium.ecommerce.stock;

import io.emporium.ecommerce.market.OpenDoors;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What can be bought right now, in memory.
@Component
public class StockBoard {

  private static final int BATCH = 1_000;

  private final RecordStore<StockLevel> levels;
  private final OpenDoors companies;

  // By company and SKU, then by warehouse; the inner maps are replaced, never changed.
  private final Map<String, Map<String, StockLevel>> bySku = new ConcurrentHashMap<>();

  StockBoard(RecordStore<StockLevel> levels, OpenDoors companies) {
    this.levels = levels;
    this.companies = companies;
  }

  /// As available as in the warehouse that has most; a SKU that was never stocked is out.
  public Availability of(String companyId, String sku) {
    return best(
        bySku.getOrDefault(key(companyId, sku), Map.of()), companies.lowStockThreshold(companyId));
  }

  /// @return whether the public is told something else from now on
  public boolean learn(StockNews news) {
    long low = companies.lowStockThreshold(news.companyId());
    AtomicBoolean changed = new AtomicBoolean();
    // Live news and what is read from the database meet here. Compared while nobody else moves the
    // SKU: of two that move it there and back, one would see no change, and say nothing.
    var _ =
        bySku.compute(
            key(news.companyId(), news.sku()),
            (_, known) -> {
              Map<String, StockLevel> before = known == null ? Map.of() : known;
              Map<String, StockLevel> after = with(before, news);
              changed.set(best(before, low) != best(after, low));
              return after;
            });
    return changed.get();
  }

  /// Reads everything that is stored; at the start.
  public void reload() {
    each(
        new Document(),
        level -> {
          var _ = restore(level);
        });
  }

  /// Looks again at what was stored since, should live news have been missed.
  ///
  /// @param changed told company and SKU where the public is told something else from now on
  public void catchUp(Instant since, BiConsumer<String, String> changed) {
    each(
        new Document("changedAt", new Document("$gte", since)),
        level -> {
          if (restore(level)) {
            changed.accept(level.companyId(), level.sku());
          }
        });
  }

  private void each(Document filter, Consumer<StockLevel> action) {
    String last = "";
    List<StockLevel> batch;
    do {
      batch =
          levels.list(
              Scope.platform(),
              new Document(filter).append("_id", new Document("$gt", last)),
              PageQuery.first(BATCH).sortedBy("_id", true));
      batch.forEach(action);
      last = batch.isEmpty() ? last : batch.getLast().id();
    } while (batch.size() == BATCH);
  }

  // Each figure under its own version: a threshold read under the later one of what is available
  // would shut out the threshold that is still to come with that version.
  private boolean restore(StockLevel level) {
    boolean available = learn(news(level, level.availableVersion(), null));
    boolean threshold =
        level.threshold() != null
            && learn(news(level, level.thresholdVersion(), level.threshold()));
    return available || threshold;
  }

  private static StockNews news(StockLevel level, long version, @Nullable Long threshold) {
    return new StockNews(
        level.companyId(), level.sku(), level.warehouseId(), level.available(), version, threshold);
  }

  private static Map<String, StockLevel> with(Map<String, StockLevel> known, StockNews news) {
    Map<String, StockLevel> changed = new ConcurrentHashMap<>(known);
    changed.merge(
        news.warehouseId(), StockLevel.first(news, null), (level, first) -> level.with(news));
    return Map.copyOf(changed);
  }

  private static Availability best(Map<String, StockLevel> byWarehouse, long low) {
    return Availability.best(byWarehouse.values().stream().map(level -> level.availability(low)));
  }

  private static String key(String companyId, String sku) {
    return companyId + "/" + sku;
  }
}
