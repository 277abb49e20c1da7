package io.emporium.inventory.stock;

import io.emporium.inventory.settings.InventoryProperties;
import io.emporium.kit.context.Sweep;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Goes on with receipts that a crash has cut off.
@Component
class ResumeReceipts {

  private static final Logger log = LoggerFactory.getLogger(ResumeReceipts.class);
  private static final int BATCH = 100;

  private final AggregateStore<Receipt> receipts;
  private final ReceiveStock receive;
  private final InventoryProperties properties;
  private final Ids ids;
  private final Clock clock;

  ResumeReceipts(
      AggregateStore<Receipt> receipts,
      ReceiveStock receive,
      InventoryProperties properties,
      Ids ids,
      Clock clock) {
    this.receipts = receipts;
    this.receive = receive;
    this.properties = properties;
    this.ids = ids;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${emporium.inventory.sweep-interval:5s}")
  void sweep() {
    Document overdue =
        new Document("dueAt", new Document("$lt", clock.instant().minus(properties.resumeAfter())));
    Sweep.over(
        receipts.list(Scope.platform(), overdue, PageQuery.first(BATCH).sortedBy("dueAt", true)),
        receipt -> new Sweep.Piece("receipt " + receipt.id(), ids.next()),
        this::book);
  }

  private void book(Receipt receipt) {
    var _ = receive.book(receipt);
    log.info("receipt {} was cut off and is booked now", receipt.id());
  }
}
