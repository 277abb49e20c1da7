package io.emporium.analytics.dashboard;

import io.emporium.analytics.sales.Ending;
import io.emporium.analytics.sales.OrderFact;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Reads facts of a span, by the indexes of their instants.
@Component
class SoldOrders {

  private static final int CHUNK = 1_000;

  private final AggregateStore<OrderFact> facts;

  SoldOrders(AggregateStore<OrderFact> facts) {
    this.facts = facts;
  }

  /// Hands over every sale of the span, a chunk in memory at a time.
  void each(View view, Span span, Consumer<OrderFact> consumer) {
    PageQuery chunk = PageQuery.first(CHUNK).sortedBy("_id", true);
    String last = "";
    while (true) {
      Document filter = span.over("soldAt").append("_id", new Document("$gt", last));
      List<OrderFact> found = facts.list(view.scope(), view.narrowed(filter), chunk);
      found.forEach(consumer);
      if (found.size() < CHUNK) {
        return;
      }
      last = found.getLast().id();
    }
  }

  OrderCounts counts(View view, Span span) {
    return new OrderCounts(
        count(view, span.over("placedAt")),
        count(view, span.over("soldAt")),
        ended(view, span, Ending.CANCELLED),
        ended(view, span, Ending.REJECTED),
        ended(view, span, Ending.EXPIRED));
  }

  /// How many of the orders that were placed in the span have been confirmed, then or later.
  long placedAndSold(View view, Span span) {
    return count(view, span.over("placedAt").append("soldAt", new Document("$exists", true)));
  }

  private long ended(View view, Span span, Ending ending) {
    return count(view, span.over("endedAt").append("ending", ending.name()));
  }

  private long count(View view, Document filter) {
    return facts.count(view.scope(), view.narrowed(filter));
  }
}
