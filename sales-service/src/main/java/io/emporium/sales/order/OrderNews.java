package io.emporium.sales.order;

import io.emporium.events.Command;
import io.emporium.events.Fact;
import io.emporium.events.analytics.SoldLine;
import io.emporium.events.analytics.TrackSale;
import io.emporium.events.notification.SendNotification;
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
import io.emporium.sales.checkout.CheckoutSaga;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                  "no_answer_in_time"));
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
      case PLACED -> order.till() == null ? notice(order, "order_placed", "normal") : List.of();
      case CONFIRMED -> {
        List<Command> all = new ArrayList<>(notice(order, "order_confirmed", "important"));
        all.add(sale(order, now));
        yield all;
      }
      case REJECTED -> notice(order, "order_rejected", "important");
      case CANCELLED -> notice(order, cancellation(order), "important");
      case EXPIRED -> notice(order, "order_expired", "important");
      case AWAITING_PAYMENT, PARTLY_FULFILLED, FULFILLED, COMPLETED, NEEDS_ATTENTION -> List.of();
    };
  }

  private static String cancellation(Order order) {
    return CheckoutSaga.PAYMENT_FAILED.equals(order.checkout().reason())
        ? "payment_failed"
        : "order_cancelled";
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

  static Optional<Command> parcelOnItsWay(Order order, Fulfilment shipped) {
    Map<String, String> variables = variables(order);
    if (shipped.carrier() != null) {
      variables.put("carrier", shipped.carrier());
    }
    if (shipped.trackingNumber() != null) {
      variables.put("tracking", shipped.trackingNumber());
    }
    return notice(order, "order_shipped", "normal", variables).stream().findFirst();
  }

  static Optional<Command> readyAtTheCounter(Order order) {
    return notice(order, "order_ready", "important", variables(order)).stream().findFirst();
  }

  private static List<Command> notice(Order order, String template, String priority) {
    Map<String, String> variables = variables(order);
    String reason = order.checkout().reason();
    if (reason != null && !reason.equals(CheckoutSaga.PAYMENT_FAILED)) {
      variables.put("reason", reason);
    }
    return notice(order, template, priority, variables);
  }

  private static Map<String, String> variables(Order order) {
    Map<String, String> variables = new HashMap<>();
    variables.put("number", order.number());
    variables.put("total", order.basket().total().toString());
    variables.put("orderId", order.id());
    return variables;
  }

  // Who walked in and left no address cannot be told anything.
  private static List<Command> notice(
      Order order, String template, String priority, Map<String, String> variables) {
    boolean walkIn = order.customerId().equals(Buyer.WALK_IN);
    if (walkIn && order.customerEmail() == null) {
      return List.of();
    }
    return List.of(
        new SendNotification(
            order.customerId(),
            order.customerEmail(),
            null,
            walkIn ? List.of("email") : List.of("email", "in_app"),
            template,
            priority,
            Map.copyOf(variables)));
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
