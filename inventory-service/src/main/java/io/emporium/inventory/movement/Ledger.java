package io.emporium.inventory.movement;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every change of on-hand there ever was.
@Component
public class Ledger {

  private static final int CHUNK = 1_000;

  /// What the ledger says about one item.
  ///
  /// @param sum of all movements, corrections included
  /// @param movements how many there are, without corrections
  public record Balance(long sum, long movements) {}

  /// What is left out does not narrow.
  public record Filter(
      @Nullable String sku, @Nullable String warehouseId, @Nullable String reference) {

    private Document toDocument() {
      Document filter = new Document();
      if (sku != null) {
        filter.append("sku", sku);
      }
      if (warehouseId != null) {
        filter.append("warehouseId", warehouseId);
      }
      if (reference != null) {
        filter.append("reference", reference);
      }
      return filter;
    }
  }

  private final RecordStore<StockMovement> movements;

  Ledger(RecordStore<StockMovement> movements) {
    this.movements = movements;
  }

  /// @return false when it stands there already
  public boolean enter(StockMovement movement) {
    return movements.insert(movement);
  }

  /// @param after id of the last movement that the reader has seen, newest first; null for the
  ///   first page
  public Page<StockMovement> read(
      Scope scope, Filter filter, PageQuery page, @Nullable String after) {
    Document narrowed = filter.toDocument();
    if (after != null) {
      narrowed.append("$or", olderThan(scope, after));
    }
    return movements.page(scope, narrowed, page);
  }

  private List<Document> olderThan(Scope scope, String after) {
    StockMovement seen =
        movements
            .find(scope, after)
            .orElseThrow(() -> Refusal.invalid("after", "must be the id of a movement"));
    Instant at = seen.occurredAt();
    return List.of(
        new Document("occurredAt", new Document("$lt", at)),
        new Document("occurredAt", at).append("_id", new Document("$lt", after)));
  }

  /// @param upTo version of the item that was read; later movements do not count yet
  public Balance balance(String companyId, String itemId, long upTo) {
    long sum = 0;
    long count = 0;
    long last = -1;
    List<StockMovement> chunk;
    do {
      chunk = chunk(companyId, itemId, last);
      for (StockMovement movement : chunk) {
        last = movement.itemVersion();
        if (last <= upTo) {
          sum += movement.delta();
          count += movement.correction() ? 0 : 1;
        }
      }
    } while (chunk.size() == CHUNK);
    return new Balance(sum, count);
  }

  private List<StockMovement> chunk(String companyId, String itemId, long afterVersion) {
    Document filter =
        new Document("itemId", itemId).append("itemVersion", new Document("$gt", afterVersion));
    return movements.list(
        Scope.company(companyId), filter, PageQuery.first(CHUNK).sortedBy("itemVersion", true));
  }
}
