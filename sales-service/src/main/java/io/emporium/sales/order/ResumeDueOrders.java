package io.emporium.sales.order;

import io.emporium.kit.context.Cause;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The janitor of the saga: asks again where no answer came, and ends what has run out of time.
/// Every instance sweeps; the order's version lets one of them win.
@Component
class ResumeDueOrders {

  private static final Logger log = LoggerFactory.getLogger(ResumeDueOrders.class);
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
    found.forEach(this::wake);
  }

  private void wake(Order due) {
    Cause cause = new Cause(due.correlationId(), Cause.SYSTEM, null, null);
    ScopedValue.where(Cause.CURRENT, cause)
        .run(
            () -> {
              try {
                var _ =
                    orders.change(Scope.platform(), due.id(), order -> order.wake(clock.instant()));
              } catch (RuntimeException e) {
                log.warn("order {} could not be woken: {}", due.id(), e.toString());
              }
            });
  }
}
