package io.emporium.inventory.batch;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Batches and their results. Managers see their own, since a row may concern any warehouse.
@Component
public class FindBatch {

  private final AggregateStore<Batch> batches;
  private final RecordStore<BatchChunk> chunks;

  FindBatch(AggregateStore<Batch> batches, RecordStore<BatchChunk> chunks) {
    this.batches = batches;
    this.chunks = chunks;
  }

  /// @throws Refusal not found, alike for unknown ones and those of others
  public Batch byId(Caller caller, String id) {
    Batch batch = batches.get(caller.companyScope(), id);
    if (seesOwnOnly(caller) && !batch.createdBy().equals(caller.userId())) {
      throw Refusal.notFound("batch", id);
    }
    return batch;
  }

  public Page<Batch> page(Caller caller, PageQuery page) {
    Document filter =
        seesOwnOnly(caller) ? new Document("createdBy", caller.userId()) : new Document();
    return batches.page(caller.companyScope(), filter, page);
  }

  /// Rows in the order in which they were sent.
  ///
  /// @param state null for all
  public Page<BatchRow> rows(Batch batch, BatchRow.@Nullable State state, PageQuery page) {
    int from = Math.multiplyExact(page.page(), page.size());
    if (state == null) {
      int first = from / BatchChunk.SIZE;
      int last = Math.min(batch.chunks() - 1, (from + page.size() - 1) / BatchChunk.SIZE);
      List<BatchRow> some = between(batch, first, last);
      return Page.of(part(some, from - first * BatchChunk.SIZE, page.size()), page, batch.rows());
    }
    List<BatchRow> all = rows(batch).stream().filter(row -> row.state() == state).toList();
    return Page.of(part(all, from, page.size()), page, all.size());
  }

  /// All rows; their number is bounded.
  public List<BatchRow> rows(Batch batch) {
    return between(batch, 0, batch.chunks() - 1);
  }

  /// For the check: completed ones, in chunks by id.
  public List<Batch> completedAfter(Scope scope, String lastId, int many) {
    Document filter =
        new Document("status", Batch.Status.COMPLETED.name())
            .append("_id", new Document("$gt", lastId));
    return batches.list(scope, filter, PageQuery.first(many).sortedBy("_id", true));
  }

  /// How many are not done.
  public long underWay(Scope scope) {
    return batches.count(scope, new Document("dueAt", new Document("$gt", Instant.EPOCH)));
  }

  private List<BatchRow> between(Batch batch, int first, int last) {
    List<String> ids =
        IntStream.rangeClosed(first, last)
            .mapToObj(index -> BatchChunk.id(batch.id(), index))
            .toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    return chunks
        .list(
            Scope.company(batch.owner()),
            new Document("_id", new Document("$in", ids)),
            PageQuery.first(ids.size()).sortedBy("_id", true))
        .stream()
        .flatMap(chunk -> chunk.rows().stream())
        .toList();
  }

  private static List<BatchRow> part(List<BatchRow> rows, int from, int many) {
    return rows.stream().skip(from).limit(many).toList();
  }

  private static boolean seesOwnOnly(Caller caller) {
    return caller.role() == Role.SHOP_MANAGER || caller.role() == Role.SHOP_STAFF;
  }
}
