package io.emporium.sales.order;

import io.emporium.events.Money;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.checkout.SagaReply;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Tells an order what inventory, payment or a person has to say about it.
@Component
public class SteerOrder {

  private final AggregateStore<Order> orders;
  private final OrderWatch watch;
  private final Clock clock;

  SteerOrder(AggregateStore<Order> orders, OrderWatch watch, Clock clock) {
    this.orders = orders;
    this.watch = watch;
    this.clock = clock;
  }

  public void reply(Scope scope, String orderId, SagaReply reply) {
    hear(scope, orderId, order -> order.react(reply, clock.instant()));
  }

  /// Money went back, for whatever reason.
  public void refunded(Scope scope, String orderId, String refundId, Money amount) {
    hear(scope, orderId, order -> order.payingBack().refunded(refundId, amount, clock.instant()));
  }

  /// A refund is refused for good.
  public void refundRefused(Scope scope, String orderId, String refundId, String why) {
    hear(scope, orderId, order -> order.payingBack().refused(refundId, why, clock.instant()));
  }

  /// Reserved money was taken, all or some of it.
  public void taken(Scope scope, String orderId, Money amount) {
    hear(scope, orderId, order -> order.payingBack().taken(amount));
  }

  private void hear(Scope scope, String orderId, Function<Order, Outcome> news) {
    var _ = orders.change(scope, orderId, news);
    watch.moved();
  }

  public Order cancel(Scope scope, String orderId, String reason) {
    return orders.change(scope, orderId, order -> order.cancel(reason, clock.instant()));
  }

  /// After a person has mended what held it up.
  public Order resume(Scope scope, String orderId) {
    return orders.change(scope, orderId, order -> order.resume(clock.instant()));
  }

  /// After a person has done by hand what the saga waits for.
  public Order closeAttention(Scope scope, String orderId, String reason) {
    return orders.change(scope, orderId, order -> order.closeAttention(reason, clock.instant()));
  }
}
