package io.emporium.inventory.transfer;

import io.emporium.inventory.settings.InventoryProperties;
import io.emporium.kit.context.Sweep;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Goes on with transfers whose work a crash has cut off.
@Component
class ResumeTransfers {

  private static final Logger log = LoggerFactory.getLogger(ResumeTransfers.class);
  private static final int BATCH = 100;

  private final AggregateStore<Transfer> store;
  private final Transfers transfers;
  private final CarryTransfer carry;
  private final InventoryProperties properties;
  private final Clock clock;

  ResumeTransfers(
      AggregateStore<Transfer> store,
      Transfers transfers,
      CarryTransfer carry,
      InventoryProperties properties,
      Clock clock) {
    this.store = store;
    this.transfers = transfers;
    this.carry = carry;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${emporium.inventory.sweep-interval:5s}")
  void sweep() {
    Document due = new Document("dueAt", new Document("$lt", overdue()));
    Sweep.over(
        store.list(Scope.platform(), due, PageQuery.first(BATCH).sortedBy("dueAt", true)),
        found -> new Sweep.Piece("transfer " + found.id(), found.correlationId()),
        found -> transfers.inTurn(found.id(), () -> resumeNow(found)));
  }

  // What was found may have moved on while waiting for its turn.
  private Optional<Transfer> resumeNow(Transfer found) {
    return store
        .find(Scope.company(found.owner()), found.id())
        .filter(current -> current.dueAt() != null && current.dueAt().isBefore(overdue()))
        .map(
            current -> {
              log.info("transfer {} {}: the sweep goes on", current.id(), current.status());
              return carry.handle(current);
            });
  }

  private Instant overdue() {
    return clock.instant().minus(properties.resumeAfter());
  }
}
