package io.emporium.sales.order;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.order.Fulfilments.Portion;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Goods are packed, leave the shop, or are handed over.
@Component
public class FulfilOrder {

  /// Who carries it, where anybody does.
  public record Parcel(@Nullable String carrier, @Nullable String trackingNumber) {
    public static final Parcel NONE = new Parcel(null, null);
  }

  /// @param portions empty for everything that is left
  /// @param state to begin in; null for what is usual: shipped, ready, or picked up in the shop
  public record Command(
      String fulfilmentId,
      List<Portion> portions,
      @Nullable FulfilmentState state,
      Parcel parcel) {}

  /// A step of a fulfilment that exists.
  public record Move(FulfilmentState to, Parcel parcel) {
    public static Move to(FulfilmentState state) {
      return new Move(state, Parcel.NONE);
    }
  }

  private final AggregateStore<Order> orders;
  private final Clock clock;

  FulfilOrder(AggregateStore<Order> orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  public Order handle(Scope scope, String orderId, Command command) {
    return orders.change(scope, orderId, order -> order.fulfil(command, clock.instant()));
  }

  public Order move(Scope scope, String orderId, String fulfilmentId, Move move) {
    return orders.change(scope, orderId, order -> order.move(fulfilmentId, move, clock.instant()));
  }
}
