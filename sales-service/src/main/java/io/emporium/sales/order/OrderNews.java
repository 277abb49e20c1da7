package io.emporium.sales.order;

import io.emporium.events.Command;
import io.emporium.events.Fact;
import io.emporium.events.analytics.SoldLine;
import io.emporium.events.analytics.TrackSale;
import io.emporium.events.order.OrderCancelled;
import io.emporium.events.order.OrderCompleted;
import io.emporium.events.order.OrderConfirmed;
import io.emporium.events.order.OrderCreated;
import io.emporium.events.order.OrderExpired;
import io.emporium.events.order.OrderFulfilled;
import io.emporium.events.order.OrderLineSnapshot;
import io.emporium.events.order.OrderNeedsAttention;
import io.emporium.events.order.OrderRejected;
import io.emporium.events.order.OrderShipped;
import io.emporium.events.order.OrderSnapshot;
import io.emporium.events.order.OrderUpdated;
import io.emporium.sales.checkout.Checkout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What others are told about an order.
final class OrderNews {

  private OrderNews() {}

  /// The specific fact of having come to a status; some have none.
  static Optional<Fact> fact(Order order, OrderStatus status) {
    String id = order.id();
    String customer = order.customerId();
    String shop = order.shopId();
    Checkout checkout = order.checkout();
    String reason = Objects.requireNonNullElse(checkout.reason(), "unknown");
    return switch (status) {
      case PLACED -> Optional.of(created(order));
      case CONFIRMED -> Optional.of(new OrderConfirmed(snapshot(order)));
      case REJECTED -> Optional.of(new OrderRejected(id, order.number(), customer, shop, reason));
      case CANCELLED -> Optional.of(new OrderCancelled(id, order.number(), customer, shop, reason));
      case EXPIRED -> Optional.of(new OrderExpired(id, order.number(), customer, shop));
      case FULFILLED -> Optional.of(new OrderFulfilled(id, customer, shop));
      case COMPLETED -> Optional.of(new OrderCompleted(id, customer, shop));
      case NEEDS_ATTENTION ->
          Optional.of(
              new OrderNeedsAttention(
                  id,
                  order.number(),
                  customer,
                  shop,
                  checkout.step().wireName(),
                  checkout.stuckByRefusal() ? "refund_refused" : "no_answer_in_time"));
      case AWAITING_PAYMENT, PARTLY_FULFILLED -> Optional.empty();
    };
  }

  static OrderCreated created(Order order) {
    return new OrderCreated(snapshot(order));
  }

  /// Whom to tell, and what to count, when an order comes to a status.
  static List<Command> commands(Order order, OrderStatus status, Instant now) {
    return switch (status) {
      // At the till nothing is news before it is paid.
      case PLACED ->
          order.till() == null ? OrderNotices.about(order, "order_placed", "normal") : List.of();
      case CONFIRMED -> {
        List<Command> all =
            new ArrayList<>(OrderNotices.about(order, "order_confirmed", "important"));
        all.add(sale(order, now));
        yield all;
      }
      case REJECTED -> OrderNotices.about(order, "order_rejected", "important");
      case CANCELLED -> OrderNotices.cancelled(order);
      case EXPIRED -> OrderNotices.about(order, "order_expired", "important");
      case AWAITING_PAYMENT, PARTLY_FULFILLED, FULFILLED, COMPLETED, NEEDS_ATTENTION -> List.of();
    };
  }

  static OrderUpdated updated(Order order, OrderStatus previous) {
    return new OrderUpdated(
        order.id(),
        order.number(),
        order.customerId(),
        order.shopId(),
        previous.wireName(),
        order.status().wireName(),
        order.checkout().reason());
  }

  static OrderShipped shipped(Order order, Fulfilment shipped) {
    return new OrderShipped(
        order.id(),
        shipped.id(),
        order.customerId(),
        order.shopId(),
        shipped.lines(),
        shipped.carrier(),
        shipped.trackingNumber());
  }

  private static TrackSale sale(Order order, Instant now) {
    Basket basket = order.basket();
    List<SoldLine> lines =
        basket.lines().stream()
            .map(
                line ->
                    new SoldLine(
                        line.productId(), line.sku(), line.name(), line.quantity(), line.net()))
            .toList();
    return new TrackSale(
        order.id(),
        order.shopId(),
        order.customerId(),
        lines,
        basket.total().minus(basket.tax()),
        basket.tax(),
        basket.total(),
        now);
  }

  private static OrderSnapshot snapshot(Order order) {
    Basket basket = order.basket();
    return new OrderSnapshot(
        order.id(),
        order.number(),
        order.customerId(),
        order.customerEmail(),
        order.shopId(),
        order.status().wireName(),
        order.delivery().method().wireName(),
        basket.lines().stream().map(OrderNews::line).toList(),
        basket.subtotal(),
        basket.tax(),
        basket.shipping(),
        basket.total(),
        order.placedAt());
  }

  private static OrderLineSnapshot line(OrderLine line) {
    return new OrderLineSnapshot(
        line.line(),
        line.productId(),
        line.sku(),
        line.name(),
        line.quantity(),
        line.unitPrice(),
        line.discount(),
        line.tax(),
        line.total());
  }
}
