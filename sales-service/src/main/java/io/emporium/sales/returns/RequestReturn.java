package io.emporium.sales.returns;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.ReturnClaims;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/// A customer wants to give something back. Two writes, and the first decides: the order sets the
/// units aside; then the return is opened, by the request or, if that died, by the news of the
/// first write.
@Component
public class RequestReturn {

  private final AggregateStore<Order> orders;
  private final AggregateStore<Return> returns;
  private final Clock clock;

  RequestReturn(AggregateStore<Order> orders, AggregateStore<Return> returns, Clock clock) {
    this.orders = orders;
    this.returns = returns;
    this.clock = clock;
  }

  /// @throws Refusal when fewer units have left the shop, or are left to return
  public Return handle(Scope scope, String orderId, ReturnClaims.Wish wish) {
    Order order =
        orders.change(
            scope,
            orderId,
            found ->
                found.takingBack().claim(wish, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    return open(scope, order, wish.returnId());
  }

  /// The units are set aside; whoever comes second finds the return.
  public void open(Scope scope, String orderId, String returnId) {
    var _ = open(scope, orders.get(scope, orderId), returnId);
  }

  private Return open(Scope scope, Order order, String returnId) {
    // Without a claim it was opened, and rejected, long ago.
    return order
        .returns()
        .find(returnId)
        .map(claim -> Return.requested(order, claim))
        .filter(returns::create)
        .orElseGet(() -> returns.get(scope, returnId));
  }
}
