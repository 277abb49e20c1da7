package io.emporium.inventory.batch;

import io.emporium.inventory.settings.InventoryProperties;
import io.emporium.kit.context.Cause;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Carries out batches, the oldest first and a few rows of each in turn, so that a large one does
/// not hold up the others. What a crash has cut off is taken up again when its lease is over.
@Component
class RunBatches {

  private static final Logger log = LoggerFactory.getLogger(RunBatches.class);
  private static final int AT_ONCE = 20;

  private final AggregateStore<Batch> batches;
  private final RecordStore<BatchChunk> chunks;
  private final ApplyRow apply;
  private final InventoryProperties properties;
  private final Ids ids;
  private final Clock clock;

  RunBatches(
      AggregateStore<Batch> batches,
      RecordStore<BatchChunk> chunks,
      ApplyRow apply,
      InventoryProperties properties,
      Ids ids,
      Clock clock) {
    this.batches = batches;
    this.chunks = chunks;
    this.apply = apply;
    this.properties = properties;
    this.ids = ids;
    this.clock = clock;
  }

  // After a start, receipts and transfers that were cut off go first: their items have to remember
  // them until then.
  @Scheduled(
      fixedDelayString = "${emporium.inventory.batch-interval:1s}",
      initialDelayString = "${emporium.inventory.resume-after:10s}")
  void sweep() {
    String runner = ids.next();
    List<Batch> mine = due().stream().map(found -> take(found, runner)).toList();
    while (!mine.isEmpty()) {
      mine =
          mine.stream()
              .filter(batch -> batch.isTakenBy(runner))
              .flatMap(batch -> runAs(batch, runner).stream())
              .toList();
    }
  }

  private List<Batch> due() {
    Document due = new Document("dueAt", new Document("$lte", clock.instant()));
    return batches.list(Scope.platform(), due, PageQuery.first(AT_ONCE).sortedBy("dueAt", true));
  }

  private Batch take(Batch found, String runner) {
    return batches.change(found, batch -> batch.take(runner, clock.instant(), lease()));
  }

  private Optional<Batch> runAs(Batch batch, String runner) {
    Cause cause = new Cause(batch.correlationId(), batch.createdBy(), null, null);
    return ScopedValue.where(Cause.CURRENT, cause).call(() -> runNext(batch, runner));
  }

  /// @return the batch with its next rows done; empty when it is left to whoever comes next
  private Optional<Batch> runNext(Batch batch, String runner) {
    try {
      BatchChunk sent =
          chunks
              .find(Scope.company(batch.owner()), BatchChunk.id(batch.id(), batch.done()))
              .orElseThrow();
      BatchChunk answered = sent.isDone() ? sent : carryOut(batch, sent);
      return Optional.of(
          batches.change(batch, it -> it.progress(runner, answered, clock.instant(), lease())));
    } catch (RuntimeException e) {
      log.warn("batch {} cannot go on yet", batch.id(), e);
      return Optional.empty();
    }
  }

  private BatchChunk carryOut(Batch batch, BatchChunk sent) {
    List<BatchRow> results = sent.rows().stream().map(row -> apply.handle(batch, row)).toList();
    BatchChunk answered = sent.with(results);
    if (batch.isOverdue(clock.instant())) {
      throw new IllegalStateException("somebody else may have taken the work on it meanwhile");
    }
    return chunks.replaceIfNewer(answered, BatchChunk.WITH_RESULTS)
        ? answered
        : chunks.find(Scope.company(batch.owner()), sent.id()).orElseThrow();
  }

  private Duration lease() {
    return properties.resumeAfter().multipliedBy(3);
  }
}
