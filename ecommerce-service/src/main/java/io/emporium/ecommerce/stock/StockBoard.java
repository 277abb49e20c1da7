package io.emporium.ecommerce.stock;

import io.emporium.ecommerce.market.OpenDoors;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
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
    long low = companies.lowStockThreshold(companyId);
    return Availability.best(
        bySku.getOrDefault(key(companyId, sku), Map.of()).values().stream()
            .map(level -> level.availability(low)));
  }

  /// @return whether the public is told something else from now on
  public boolean learn(StockNews news) {
    Availability before = of(news.companyId(), news.sku());
    bySku.merge(
        key(news.companyId(), news.sku()),
        Map.of(news.warehouseId(), StockLevel.first(news)),
        (known, first) -> with(known, news));
    return of(news.companyId(), news.sku()) != before;
  }

  /// Reads everything that is stored; at the start.
  public void reload() {
    String last = "";
    List<StockLevel> batch;
    do {
      batch =
          levels.list(
              Scope.platform(),
              new Document("_id", new Document("$gt", last)),
              PageQuery.first(BATCH).sortedBy("_id", true));
      batch.forEach(this::restore);
      last = batch.isEmpty() ? last : batch.getLast().id();
    } while (batch.size() == BATCH);
  }

  private void restore(StockLevel level) {
    var _ =
        learn(
            new StockNews(
                level.companyId(),
                level.sku(),
                level.warehouseId(),
                level.available(),
                level.availableVersion(),
                level.threshold()));
  }

  private static Map<String, StockLevel> with(Map<String, StockLevel> known, StockNews news) {
    Map<String, StockLevel> changed = new ConcurrentHashMap<>(known);
    changed.merge(news.warehouseId(), StockLevel.first(news), (level, first) -> level.with(news));
    return Map.copyOf(changed);
  }

  private static String key(String companyId, String sku) {
    return companyId + "/" + sku;
  }
}
