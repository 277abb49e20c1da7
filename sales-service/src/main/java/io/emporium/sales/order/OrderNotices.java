package io.emporium.sales.order;

import io.emporium.events.Command;
import io.emporium.events.notification.SendNotification;
import io.emporium.sales.checkout.CheckoutSaga;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the customer is told of an order.
final class OrderNotices {

  private OrderNotices() {}

  static List<Command> cancelled(Order order) {
    boolean declined = CheckoutSaga.PAYMENT_FAILED.equals(order.checkout().reason());
    return about(order, declined ? "payment_failed" : "order_cancelled", "important");
  }

  static Optional<Command> parcelOnItsWay(Order order, Fulfilment shipped) {
    Map<String, String> variables = variables(order);
    if (shipped.carrier() != null) {
      variables.put("carrier", shipped.carrier());
    }
    if (shipped.trackingNumber() != null) {
      variables.put("tracking", shipped.trackingNumber());
    }
    return about(order, "order_shipped", "normal", variables).stream().findFirst();
  }

  static Optional<Command> readyAtTheCounter(Order order) {
    return about(order, "order_ready", "important", variables(order)).stream().findFirst();
  }

  static List<Command> about(Order order, String template, String priority) {
    Map<String, String> variables = variables(order);
    String reason = order.checkout().reason();
    if (reason != null && !reason.equals(CheckoutSaga.PAYMENT_FAILED)) {
      variables.put("reason", reason);
    }
    return about(order, template, priority, variables);
  }

  private static Map<String, String> variables(Order order) {
    Map<String, String> variables = new HashMap<>();
    variables.put("number", order.number());
    variables.put("total", order.basket().total().toString());
    variables.put("orderId", order.id());
    return variables;
  }

  // Who walked in and left no address cannot be told anything.
  private static List<Command> about(
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
}
