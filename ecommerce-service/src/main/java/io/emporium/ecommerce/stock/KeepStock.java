package io.emporium.ecommerce.stock;

import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Stores news of stock. Each figure moves forward only, whatever the order of arrival.
@Component
public class KeepStock {

  private final RecordStore<StockLevel> levels;
  private final Clock clock;

  KeepStock(RecordStore<StockLevel> levels, Clock clock) {
    this.levels = levels;
    this.clock = clock;
  }

  public void handle(StockNews news) {
    // Two firsts at once: the one that comes second updates what the other has inserted.
    if (!update(news) && !levels.insert(StockLevel.first(news, clock.instant()))) {
      var _ = update(news);
    }
  }

  private boolean update(StockNews news) {
    boolean moved = advance(news, "availableVersion", new Document("available", news.available()));
    boolean told =
        news.threshold() != null
            && advance(news, "thresholdVersion", new Document("threshold", news.threshold()));
    return moved || told;
  }

  private boolean advance(StockNews news, String versionField, Document figures) {
    Document older =
        new Document("_id", StockLevel.idOf(news))
            .append(versionField, new Document("$lt", news.version()));
    Document newer =
        figures.append(versionField, news.version()).append("changedAt", clock.instant());
    return levels.update(Scope.company(news.companyId()), older, new Document("$set", newer)) > 0;
  }
}
