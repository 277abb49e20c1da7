package io.emporium.analytics.sales;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Fills in facts; the first event about an order, whichever it is, makes the document.
@Component
public class OrderFacts {

  private final AggregateStore<OrderFact> facts;

  OrderFacts(AggregateStore<OrderFact> facts) {
    this.facts = facts;
  }

  public void fill(String companyId, String orderId, Function<OrderFact, Outcome> part) {
    Scope scope = Scope.company(companyId);
    String id = OrderFact.idOf(orderId);
    if (facts.find(scope, id).isEmpty()) {
      OrderFact first = OrderFact.of(orderId, companyId);
      var _ = part.apply(first);
      if (facts.create(first)) {
        return;
      }
    }
    var _ = facts.change(scope, id, part);
  }
}
