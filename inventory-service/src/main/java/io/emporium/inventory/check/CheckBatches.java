package io.emporium.inventory.check;

import io.emporium.inventory.batch.Batch;
import io.emporium.inventory.batch.FindBatch;
import io.emporium.inventory.check.Drift.Kind;
import io.emporium.inventory.movement.Ledger;
import io.emporium.kit.tenancy.Scope;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Compares the rows that a batch has accepted with the ledger.
@Component
class CheckBatches {

  private static final int CHUNK = 200;

  private final FindBatch batches;
  private final Ledger ledger;
  private final Patience patience;

  CheckBatches(FindBatch batches, Ledger ledger, Patience patience) {
    this.batches = batches;
    this.ledger = ledger;
    this.patience = patience;
  }

  void check(Scope scope, Findings findings) {
    String last = "";
    List<Batch> chunk;
    do {
      chunk = batches.completedAfter(scope, last, CHUNK);
      Map<String, Long> moved =
          ledger.countByReference(scope, chunk.stream().map(Batch::id).toList());
      for (Batch batch : chunk) {
        last = batch.id();
        findings.countBatch();
        long actual = moved.getOrDefault(batch.id(), 0L);
        if (actual != batch.moved()) {
          Drift drift =
              new Drift(Kind.BATCH, batch.owner(), null, null, batch.id(), batch.moved(), actual);
          findings.add(drift, patience.withLedger(batch.completedAt()));
        }
      }
    } while (chunk.size() == CHUNK);
    findings.countUnfinished(batches.underWay(scope));
  }
}
