package io.emporium.inventory.batch;

import io.emporium.inventory.batch.BatchRow.State;
import io.emporium.kit.tenancy.TenantOwned;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Some rows of a batch, which are carried out and answered together. Stored twice: as they came,
/// and with their results. After a crash in between, rows that an item remembers are not applied
/// again; an item remembers more than a chunk.
@Document("batch_chunks")
@TypeAlias("batch_chunk")
@TenantOwned
public record BatchChunk(@Id String id, String companyId, String batchId, List<BatchRow> rows) {

  static final int SIZE = 50;

  /// Versions of the document.
  static final long AS_SENT = 0;

  static final long WITH_RESULTS = 1;

  static String id(String batchId, int index) {
    return "%s:%05d".formatted(batchId, index);
  }

  static List<BatchChunk> of(String companyId, String batchId, List<BatchRow> rows) {
    List<BatchChunk> chunks = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += SIZE) {
      List<BatchRow> some = List.copyOf(rows.subList(from, Math.min(rows.size(), from + SIZE)));
      chunks.add(new BatchChunk(id(batchId, chunks.size()), companyId, batchId, some));
    }
    return chunks;
  }

  BatchChunk with(List<BatchRow> results) {
    return new BatchChunk(id, companyId, batchId, results);
  }

  boolean isDone() {
    return rows.stream().noneMatch(row -> row.state() == State.PENDING);
  }

  int accepted() {
    return (int) rows.stream().filter(row -> row.state() == State.ACCEPTED).count();
  }

  int moved() {
    return (int) rows.stream().filter(BatchRow::hasMoved).count();
  }
}
