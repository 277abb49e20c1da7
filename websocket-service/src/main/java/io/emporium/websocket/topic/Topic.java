package io.emporium.websocket.topic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can be subscribed to; there is nothing else.
public sealed interface Topic {

  record OfOrder(String orderId) implements Topic {}

  record OfShopOrders(String shopId) implements Topic {}

  record OfCompanyInventory(String companyId) implements Topic {}

  record OfCompanyAnalytics(String companyId) implements Topic {}

  /// What is for the subscriber alone.
  record OwnNotifications() implements Topic {}

  String OWN_NOTIFICATIONS = "/queue/notifications";

  Pattern SHAPE =
      Pattern.compile(
          "/topic/(orders|shops|companies)/([A-Za-z0-9][A-Za-z0-9._:-]{0,79})"
              + "(?:/(orders|inventory|analytics))?");

  static Optional<Topic> parse(String destination) {
    if (destination.equals("/user" + OWN_NOTIFICATIONS)) {
      return Optional.of(new OwnNotifications());
    }
    Matcher shape = SHAPE.matcher(destination);
    if (!shape.matches()) {
      return Optional.empty();
    }
    String id = shape.group(2);
    String kind = shape.group(3) == null ? shape.group(1) : shape.group(1) + "/" + shape.group(3);
    return switch (kind) {
      case "orders" -> Optional.of(new OfOrder(id));
      case "shops/orders" -> Optional.of(new OfShopOrders(id));
      case "companies/inventory" -> Optional.of(new OfCompanyInventory(id));
      case "companies/analytics" -> Optional.of(new OfCompanyAnalytics(id));
      default -> Optional.empty();
    };
  }

  /// Where the broker finds the subscribers.
  default String destination() {
    return switch (this) {
      case OfOrder(var id) -> "/topic/orders/" + id;
      case OfShopOrders(var id) -> "/topic/shops/" + id + "/orders";
      case OfCompanyInventory(var id) -> "/topic/companies/" + id + "/inventory";
      case OfCompanyAnalytics(var id) -> "/topic/companies/" + id + "/analytics";
      case OwnNotifications() -> "/user" + OWN_NOTIFICATIONS;
    };
  }
}
