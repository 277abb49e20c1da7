package io.emporium.fleet.wall;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Tells from a name what its value is an id of: `fromWarehouseId` and `warehouse` of warehouses.
final class IdNames {

  private static final List<Map.Entry<String, String>> NOUNS =
      List.of(
          Map.entry("warehouse", "warehouses"),
          Map.entry("product", "products"),
          Map.entry("company", "companies"),
          Map.entry("shop", "shops"),
          Map.entry("order", "orders"),
          Map.entry("payment", "payments"),
          Map.entry("debt", "debts"),
          Map.entry("customer", "users"),
          Map.entry("user", "users"),
          Map.entry("actor", "users"),
          Map.entry("category", "categories"),
          Map.entry("parent", "categories"),
          Map.entry("receipt", "receipts"),
          Map.entry("transfer", "transfers"),
          Map.entry("batch", "batches"),
          Map.entry("return", "returns"),
          Map.entry("invoice", "invoices"),
          Map.entry("invitation", "invitations"),
          Map.entry("address", "addresses"),
          Map.entry("fulfilment", "fulfilments"),
          Map.entry("refund", "refunds"),
          Map.entry("device", "devices"),
          Map.entry("session", "sessions"));

  private IdNames() {}

  /// A property of a body or a variable of a path: only what calls itself an id is one.
  static Optional<String> ofProperty(String name) {
    if (name.equals("sku")) {
      return Optional.of("skus");
    }
    if (name.equals("warehousePriority")) {
      return Optional.of("warehouses");
    }
    if (name.endsWith("Ids")) {
      return noun(name.substring(0, name.length() - 3));
    }
    return name.endsWith("Id") ? noun(name.substring(0, name.length() - 2)) : Optional.empty();
  }

  /// In a query `?shop=` takes an id too.
  static Optional<String> ofQuery(String name) {
    Optional<String> property = ofProperty(name);
    return property.isPresent()
        ? property
        : NOUNS.stream()
            .filter(noun -> noun.getKey().equals(name))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  private static Optional<String> noun(String base) {
    String lower = base.toLowerCase(Locale.ROOT);
    return NOUNS.stream()
        .filter(noun -> lower.endsWith(noun.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
