package io.emporium.fleet.it;

import java.util.Map;

/// Of every service that has something to guard, a path that needs a token.
final class Guarded {

  static final Map<String, String> PATHS =
      Map.ofEntries(
          Map.entry("auth-service", "/api/auth/me"),
          Map.entry("company-service", "/api/companies/mine"),
          Map.entry("shop-service", "/api/shops/unknown/staff"),
          Map.entry("ecommerce-service", "/api/customers/me"),
          Map.entry("sales-service", "/api/orders"),
          Map.entry("payment-service", "/api/payments"),
          Map.entry("inventory-service", "/api/inventory/v1/movements"),
          Map.entry("notification-service", "/api/notifications"),
          Map.entry("audit-service", "/api/audit"),
          Map.entry("analytics-service", "/api/analytics/dashboard"),
          Map.entry("debt-service", "/api/debts"));

  private Guarded() {}
}
