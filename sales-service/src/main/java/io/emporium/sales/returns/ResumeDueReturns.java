package io.emporium.sales.returns;

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

/// Asks payment and inventory again where a return got no answer. Every instance sweeps; the
/// return's version lets one of them win.
@Component
class ResumeDueReturns {

  private static final Logger log = LoggerFactory.getLogger(ResumeDueReturns.class);
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
    found.forEach(this::wake);
  }

  private void wake(Return due) {
    Cause cause = new Cause(due.correlationId(), Cause.SYSTEM, null, null);
    ScopedValue.where(Cause.CURRENT, cause)
        .run(
            () -> {
              try {
                var _ =
                    returns.change(
                        Scope.platform(), due.id(), found -> found.wake(clock.instant()));
              } catch (RuntimeException e) {
                log.warn("return {} could not be woken: {}", due.id(), e.toString());
              }
            });
  }
}
