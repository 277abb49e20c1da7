package io.emporium.sales.returns;

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

/// Asks payment and inventory again where a return got no answer. Every instance sweeps; the
/// return's version lets one of them win.
@Component
class ResumeDueReturns {

  private static final String NEXT_ASK = "errands.nextAskAt";

  private final AggregateStore<Return> returns;
  private final Clock clock;

  ResumeDueReturns(AggregateStore<Return> returns, Clock clock) {
    this.returns = returns;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${emporium.sales.return-sweep-interval:PT2S}")
  void sweep() {
    Instant now = clock.instant();
    Document due = new Document("errandsOpen", true).append(NEXT_ASK, new Document("$lte", now));
    List<Return> found =
        returns.list(
            Scope.platform(), due, PageQuery.first(PageQuery.MAX_SIZE).sortedBy(NEXT_ASK, true));
    Sweep.over(
        found,
        one -> new Sweep.Piece("return " + one.id(), one.correlationId()),
        one -> returns.change(Scope.platform(), one.id(), late -> late.wake(clock.instant())));
  }
}
