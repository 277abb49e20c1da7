package io.emporium.inventory.batch;

import io.emporium.inventory.warehouse.FindWarehouse;
import io.emporium.inventory.warehouse.Warehouse;
import io.emporium.inventory.warehouse.WarehouseDirectory;
import io.emporium.kit.context.Cause;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Somebody hands in rows. They are checked and stored here, and carried out by [RunBatches].
@Component
public class SubmitBatch {

  public static final int MOST_ROWS = 10_000;

  /// @param source `json` or `csv`
  public record Command(Caller caller, String source, List<RowInput> rows) {}

  private final AggregateStore<Batch> batches;
  private final RecordStore<BatchChunk> chunks;
  private final FindWarehouse access;
  private final WarehouseDirectory directory;
  private final Ids ids;
  private final Clock clock;

  SubmitBatch(
      AggregateStore<Batch> batches,
      RecordStore<BatchChunk> chunks,
      FindWarehouse access,
      WarehouseDirectory directory,
      Ids ids,
      Clock clock) {
    this.batches = batches;
    this.chunks = chunks;
    this.access = access;
    this.directory = directory;
    this.ids = ids;
    this.clock = clock;
  }

  public Batch handle(Command command) {
    int many = command.rows().size();
    if (many == 0 || many > MOST_ROWS) {
      throw Refusal.invalid("/rows", "must have 1 to " + MOST_ROWS + " rows");
    }
    String companyId = command.caller().requireCompany();
    String id = ids.next();
    List<BatchRow> rows = new CheckRows(open(command.caller(), companyId)).all(command.rows());
    List<BatchChunk> parts = BatchChunk.of(companyId, id, rows);
    // What an attempt before a crash has stored under this id stays as it is.
    parts.forEach(
        part -> {
          var _ = chunks.replaceIfNewer(part, BatchChunk.AS_SENT);
        });
    Batch.Origin origin =
        new Batch.Origin(
            companyId,
            command.caller().userId(),
            Cause.current().correlationId(),
            command.source());
    Batch batch = Batch.of(id, origin, many, parts.size(), clock.instant());
    return batches.create(batch) ? batch : batches.get(Scope.company(companyId), id);
  }

  private List<Warehouse> open(Caller caller, String companyId) {
    List<Warehouse> all = directory.fresh(companyId);
    Optional<Set<String>> limit = access.limit(caller);
    return all.stream()
        .filter(warehouse -> limit.map(mine -> mine.contains(warehouse.id())).orElse(true))
        .toList();
  }
}
