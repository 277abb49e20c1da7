package io.emporium.analytics.sales;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.util.Optional;
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
    Optional<OrderFact> known = facts.find(scope, id);
    if (known.isPresent()) {
      var _ = facts.change(known.get(), part);
    } else {
      begin(scope, OrderFact.of(orderId, companyId), part);
    }
  }

  /// For the event that nearly always is the first about its order.
  public void fillFirst(String companyId, String orderId, Function<OrderFact, Outcome> part) {
    begin(Scope.company(companyId), OrderFact.of(orderId, companyId), part);
  }

  private void begin(Scope scope, OrderFact first, Function<OrderFact, Outcome> part) {
    var _ = part.apply(first);
    if (!facts.create(first)) {
      var _ = facts.change(scope, first.id(), part);
    }
  }
}
