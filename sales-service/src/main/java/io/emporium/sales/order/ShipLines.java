package io.emporium.sales.order;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.order.Fulfilments.Portion;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Goods leave the shop, or are handed over.
@Component
public class ShipLines {

  /// @param portions empty for everything that is left
  public record Command(
      String fulfilmentId,
      List<Portion> portions,
      @Nullable String carrier,
      @Nullable String trackingNumber) {}

  private final AggregateStore<Order> orders;
  private final Clock clock;

  ShipLines(AggregateStore<Order> orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  public Order handle(Scope scope, String orderId, Command command) {
    return orders.change(scope, orderId, order -> order.ship(command, clock.instant()));
  }

  public Order deliver(Scope scope, String orderId, String fulfilmentId) {
    return orders.change(scope, orderId, order -> order.deliver(fulfilmentId, clock.instant()));
  }
}
