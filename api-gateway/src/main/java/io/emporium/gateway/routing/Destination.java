package io.emporium.gateway.routing;

import java.util.List;
import java.util.Locale;

/// The services behind the gateway, and which paths are theirs.
public enum Destination {
  AUTH("/api/auth", "/api/users"),
  COMPANY("/api/companies"),
  SHOP("/api/shops"),
  ECOMMERCE(
      "/api/products",
      "/api/categories",
      "/api/cart",
      "/api/wishlist",
      "/api/reviews",
      "/api/recommendations",
      "/api/customers",
      "/api/promotions"),
  SALES("/api/orders", "/api/returns", "/api/invoices", "/api/pos"),
  PAYMENT("/api/payments"),
  INVENTORY("/api/inventory/v1"),
  NOTIFICATION("/api/notifications"),
  WEBSOCKET("/ws", "/api/chat"),
  AUDIT("/api/audit"),
  ANALYTICS("/api/analytics"),
  DEBT("/api/debts");

  private final List<String> prefixes;

  Destination(String... prefixes) {
    this.prefixes = List.of(prefixes);
  }

  /// Each path that is one of these, or lies below it.
  List<String> prefixes() {
    return prefixes;
  }

  /// As it calls itself: `auth-service`.
  public String serviceName() {
    return name().toLowerCase(Locale.ROOT) + "-service";
  }

  /// Where its API description is served here.
  public String docsPath() {
    return "/v3/api-docs/" + serviceName();
  }

  String routeId() {
    return serviceName();
  }

  String docsRouteId() {
    return serviceName() + "-docs";
  }
}
