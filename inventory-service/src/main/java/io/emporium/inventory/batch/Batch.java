package io.emporium.inventory.batch;

import io.emporium.events.inventory.BatchCompleted;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Rows that somebody has handed in together, and how far they have been carried out. It is stored
/// after its rows: what can be found is complete, and will be done.
@Document("batches")
@TypeAlias("batch")
@TenantOwned
public final class Batch extends AggregateRoot {

  /// How far it is.
  public enum Status {
    RUNNING,
    COMPLETED
  }

  /// @param source `json` or `csv`
  record Origin(String companyId, String createdBy, String correlationId, String source) {}

  private Status status;
  private String source;
  private int rows;
  private int chunks;
  private int done;
  private int accepted;
  private int rejected;
  private int moved;
  private String createdBy;
  private String correlationId;
  private Instant createdAt;
  private @Nullable Instant completedAt;
  private @Nullable String runner;
  private @Nullable Instant dueAt;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Batch() {}

  private Batch(String id, Origin origin, int rows, int chunks, Instant now) {
    super(id, origin.companyId());
    this.status = Status.RUNNING;
    this.source = origin.source();
    this.rows = rows;
    this.chunks = chunks;
    this.createdBy = origin.createdBy();
    this.correlationId = origin.correlationId();
    this.createdAt = now;
    this.dueAt = now;
  }

  static Batch of(String id, Origin origin, int rows, int chunks, Instant now) {
    return new Batch(id, origin, rows, chunks, now);
  }

  /// Takes the work on its next rows, for a while. Two who worked on the same rows could come to
  /// different results.
  Outcome take(String newRunner, Instant now, Duration lease) {
    if (dueAt == null || dueAt.isAfter(now)) {
      return Outcome.ALREADY;
    }
    runner = newRunner;
    dueAt = now.plus(lease);
    return Outcome.APPLIED;
  }

  /// The next rows have their results. Those after them are anybody's, and wait for their turn.
  Outcome progress(String by, BatchChunk chunk, Instant now) {
    if (!isTakenBy(by) || !chunk.id().equals(BatchChunk.id(id(), done))) {
      return Outcome.ALREADY;
    }
    done++;
    accepted += chunk.accepted();
    rejected += chunk.rows().size() - chunk.accepted();
    moved += chunk.moved();
    dueAt = now;
    runner = null;
    if (done == chunks) {
      status = Status.COMPLETED;
      completedAt = now;
      dueAt = null;
      record(new BatchCompleted(id(), accepted, rejected));
    }
    return Outcome.APPLIED;
  }

  /// Whether others may take the work on it.
  boolean isOverdue(Instant now) {
    return dueAt == null || !dueAt.isAfter(now);
  }

  boolean isTakenBy(String by) {
    return by.equals(runner);
  }

  public String owner() {
    return Objects.requireNonNull(companyId());
  }

  public Status status() {
    return status;
  }

  public String source() {
    return source;
  }

  public int rows() {
    return rows;
  }

  public int chunks() {
    return chunks;
  }

  int done() {
    return done;
  }

  public int accepted() {
    return accepted;
  }

  public int rejected() {
    return rejected;
  }

  /// How many rows stand in the ledger.
  public int moved() {
    return moved;
  }

  public String createdBy() {
    return createdBy;
  }

  String correlationId() {
    return correlationId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public @Nullable Instant completedAt() {
    return completedAt;
  }

  @Nullable Instant dueAt() {
    return dueAt;
  }
}
