package io.emporium.inventory.check;

import io.emporium.inventory.stock.FindHolds;
import io.emporium.inventory.stock.Receipt;
import io.emporium.inventory.stock.StockItem;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Compares all records of stock that are kept apart: the ledger with on-hand, holds with
/// reservations, what is on its way with transfers, results of batches with the ledger. It reads
/// while others write: what changed within the last moments counts as under way, not as drift.
///
/// Everything is read in chunks, with a fixed number of queries for each, however many holds or
/// movements there are.
@Component
public class CheckInvariants {

  private static final int CHUNK = 200;

  private final FindHolds items;
  private final CheckItems checkItems;
  private final CheckHolds checkHolds;
  private final CheckTransit checkTransit;
  private final CheckBatches checkBatches;
  private final AggregateStore<Receipt> receipts;

  CheckInvariants(
      FindHolds items,
      CheckItems checkItems,
      CheckHolds checkHolds,
      CheckTransit checkTransit,
      CheckBatches checkBatches,
      AggregateStore<Receipt> receipts) {
    this.items = items;
    this.checkItems = checkItems;
    this.checkHolds = checkHolds;
    this.checkTransit = checkTransit;
    this.checkBatches = checkBatches;
    this.receipts = receipts;
  }

  public Findings handle(Scope scope) {
    Findings findings = new Findings();
    Promises promises = new Promises();
    String last = "";
    List<StockItem> chunk;
    do {
      chunk = items.after(scope, last, CHUNK);
      checkItems.check(scope, chunk, findings);
      checkHolds.check(scope, chunk, findings);
      checkTransit.check(scope, chunk, findings);
      for (StockItem item : chunk) {
        last = item.id();
        promises.enter(item);
      }
    } while (chunk.size() == CHUNK);
    checkHolds.check(scope, promises, findings);
    checkTransit.check(scope, promises, findings);
    checkBatches.check(scope, findings);
    findings.countUnfinished(
        receipts.count(scope, new Document("dueAt", new Document("$gt", Instant.EPOCH))));
    return findings;
  }
}
