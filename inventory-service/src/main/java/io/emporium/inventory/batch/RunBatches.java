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
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Carries out batches, a few rows of each in turn and first of the one that has waited longest, so
/// that a large one does not hold up the others. What a crash has cut off is taken up again when
/// its lease is over.
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
    // Asked again each round: what has been handed in meanwhile has its turn before the rest.
    for (List<Batch> due = due(); !due.isEmpty(); due = due()) {
      due.forEach(batch -> runAs(batch, runner));
    }
  }

  private List<Batch> due() {
    Document due = new Document("dueAt", new Document("$lte", clock.instant()));
    return batches.list(Scope.platform(), due, PageQuery.first(AT_ONCE).sortedBy("dueAt", true));
  }

  private void runAs(Batch found, String runner) {
    Cause cause = new Cause(found.correlationId(), found.createdBy(), null, null);
    ScopedValue.where(Cause.CURRENT, cause).run(() -> runTurn(found, runner));
  }

  private void runTurn(Batch found, String runner) {
    // Not before its turn: while the rows of others are carried out, the lease would run out.
    Batch batch = batches.change(found, it -> it.take(runner, clock.instant(), lease()));
    if (batch.isTakenBy(runner)) {
      runNext(batch, runner);
    }
  }

  // What fails is left to whoever comes when the lease is over.
  private void runNext(Batch batch, String runner) {
    try {
      BatchChunk sent =
          chunks
              .find(Scope.company(batch.owner()), BatchChunk.id(batch.id(), batch.done()))
              .orElseThrow();
      BatchChunk answered = sent.isDone() ? sent : carryOut(batch, sent);
      var _ = batches.change(batch, it -> it.progress(runner, answered, clock.instant()));
    } catch (RuntimeException e) {
      log.warn("batch {} cannot go on yet", batch.id(), e);
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
