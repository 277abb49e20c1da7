package io.emporium.analytics.stock;

import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps the newest figure of every stock item, in whatever order the news arrives.
@Component
public class StockLevels {

  /// Where a figure comes from.
  ///
  /// @param version of the stock item that it shows
  public record Origin(String companyId, String warehouseId, String sku, long version) {}

  private static final int CANDIDATES = 1_000;
  private static final int SHOWN = 50;

  private final RecordStore<StockLevel> levels;

  StockLevels(RecordStore<StockLevel> levels) {
    this.levels = levels;
  }

  public void available(Origin origin, long available) {
    Document older = olderThan(origin, "figuresVersion");
    Document figures =
        new Document("available", available).append("figuresVersion", origin.version());
    if (set(origin, older, figures) == 0 && !insert(origin, available)) {
      // Either what is stored is newer, or another consumer has just put an older figure there.
      var _ = set(origin, older, figures);
    }
  }

  public void low(Origin origin, long available, long threshold) {
    available(origin, available);
    var _ =
        set(
            origin,
            olderThan(origin, "thresholdVersion"),
            new Document("threshold", threshold).append("thresholdVersion", origin.version()));
  }

  /// What is low now, the scarcest first.
  ///
  /// @param companyId of one company; null for all in the scope
  public List<LowStock> lowIn(Scope scope, @Nullable String companyId) {
    Document filter = new Document("threshold", new Document("$gte", 0L));
    if (companyId != null) {
      filter.append("companyId", companyId);
    }
    List<LowStock> low = new ArrayList<>();
    PageQuery scarcest = PageQuery.first(CANDIDATES).sortedBy("available", true);
    for (StockLevel level : levels.list(scope, filter, scarcest)) {
      Long threshold = level.threshold();
      if (threshold != null && level.available() <= threshold && low.size() < SHOWN) {
        low.add(new LowStock(level.sku(), level.warehouseId(), level.available(), threshold));
      }
    }
    return low;
  }

  private long set(Origin origin, Document filter, Document fields) {
    return levels.update(Scope.company(origin.companyId()), filter, new Document("$set", fields));
  }

  private boolean insert(Origin origin, long available) {
    return levels.insert(
        new StockLevel(
            StockLevel.idOf(origin.warehouseId(), origin.sku()),
            origin.companyId(),
            origin.sku(),
            origin.warehouseId(),
            available,
            origin.version(),
            null,
            0));
  }

  private static Document olderThan(Origin origin, String versionField) {
    return new Document("_id", StockLevel.idOf(origin.warehouseId(), origin.sku()))
        .append(versionField, new Document("$lt", origin.version()));
  }
}
