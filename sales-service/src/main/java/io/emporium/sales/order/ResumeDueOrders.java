package io.emporium.sales.order;

import io.emporium.kit.context.Sweep;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The janitor of the saga: asks again where no answer came, and ends what has run out of time.
/// Every instance sweeps; the order's version lets one of them win.
@Component
class ResumeDueOrders {

  private static final String NEXT_ACTION = "checkout.nextActionAt";

  private final AggregateStore<Order> orders;
  private final Clock clock;

  ResumeDueOrders(AggregateStore<Order> orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${emporium.sales.sweep-interval:PT1S}")
  void sweep() {
    Instant now = clock.instant();
    Document due = new Document("sagaOpen", true).append(NEXT_ACTION, new Document("$lte", now));
    List<Order> found =
        orders.list(
            Scope.platform(), due, PageQuery.first(PageQuery.MAX_SIZE).sortedBy(NEXT_ACTION, true));
    Sweep.over(
        found,
        order -> new Sweep.Piece("order " + order.id(), order.correlationId()),
        order -> orders.change(Scope.platform(), order.id(), late -> late.wake(clock.instant())));
  }
}
