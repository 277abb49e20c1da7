package io.emporium.sales.returns;

import io.emporium.events.Money;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.order.Order;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Tells a return what payment and inventory answer, and its order what became of the return.
@Component
public class AnswerReturn {

  private final AggregateStore<Return> returns;
  private final AggregateStore<Order> orders;
  private final Clock clock;

  AnswerReturn(AggregateStore<Return> returns, AggregateStore<Order> orders, Clock clock) {
    this.returns = returns;
    this.orders = orders;
    this.clock = clock;
  }

  public void refunded(Scope scope, String returnId, String refundId, Money given) {
    var _ =
        returns.change(scope, returnId, found -> found.refunded(refundId, given, clock.instant()));
  }

  /// Everything had gone back before.
  public void nothingLeft(Scope scope, String returnId, String refundId) {
    var _ = returns.change(scope, returnId, found -> found.nothingLeft(refundId, clock.instant()));
  }

  public void refundFailed(Scope scope, String returnId, String refundId, String reason) {
    var _ =
        returns.change(
            scope, returnId, found -> found.refundFailed(refundId, reason, clock.instant()));
  }

  public void restocked(Scope scope, String returnId, String restockId) {
    var _ = returns.change(scope, returnId, found -> found.restocked(restockId, clock.instant()));
  }

  /// @param received units per line; empty when the return was rejected
  public void settled(
      Scope scope, String orderId, String returnId, Map<Integer, Integer> received) {
    var _ = orders.change(scope, orderId, order -> order.takingBack().settle(returnId, received));
  }
}
