package io.emporium.inventory.movement;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every change of on-hand there ever was.
@Component
public class Ledger {

  private static final RecordStore.Total NOTHING = new RecordStore.Total(0, 0);

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

  /// Whether a movement of this kind stands there.
  public boolean has(Scope scope, String kind, Filter filter) {
    return movements.count(scope, filter.toDocument().append("kind", kind)) > 0;
  }

  /// @param after id of the last movement that the reader has seen, newest first; null for the
  ///   first page
  public Page<StockMovement> read(
      Scope scope, Filter filter, PageQuery page, @Nullable String after) {
    Document narrowed = filter.toDocument();
    if (after == null) {
      return movements.page(scope, narrowed, page);
    }
    // Who follows a cursor goes from the newest to the oldest, whatever order was asked for.
    narrowed.append("$or", olderThan(scope, after));
    return movements.page(scope, narrowed, page.sortedBy("occurredAt", false));
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
    Document movementsSoFar =
        new Document("itemId", itemId).append("itemVersion", new Document("$lte", upTo));
    long sum = total(companyId, itemId, movementsSoFar).sum();
    Document without = new Document(movementsSoFar).append("correction", false);
    return new Balance(sum, total(companyId, itemId, without).records());
  }

  private RecordStore.Total total(String companyId, String itemId, Document filter) {
    return movements
        .totals(Scope.company(companyId), filter, "itemId", "delta")
        .getOrDefault(itemId, NOTHING);
  }

  /// What the movements of each item add up to; items without a movement are left out.
  public Map<String, Long> sums(Scope scope, List<String> itemIds) {
    Map<String, Long> sums = new HashMap<>();
    movements
        .totals(scope, among("itemId", itemIds), "itemId", "delta")
        .forEach((itemId, total) -> sums.put(itemId, total.sum()));
    return sums;
  }

  /// How many movements each receipt, order, transfer or batch has caused.
  public Map<String, Long> countByReference(Scope scope, List<String> references) {
    Map<String, Long> counts = new HashMap<>();
    movements
        .totals(scope, among("reference", references), "reference", "delta")
        .forEach((reference, total) -> counts.put(reference, total.records()));
    return counts;
  }

  private static Document among(String field, List<String> values) {
    return new Document(field, new Document("$in", values));
  }
}
