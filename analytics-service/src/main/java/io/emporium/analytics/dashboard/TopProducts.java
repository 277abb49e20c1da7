package io.emporium.analytics.dashboard;

import io.emporium.events.analytics.SoldLine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Ranks by units, since money of several currencies has no order.
final class TopProducts {

  private static final int SHOWN = 10;

  /// One row per product, SKU and currency.
  private record Key(String productId, String sku, String currency) {}

  private final Map<Key, TopProduct> rows = new HashMap<>();

  void add(SoldLine line) {
    Key key = new Key(line.productId(), line.sku(), line.net().currency().getCurrencyCode());
    TopProduct row =
        new TopProduct(line.productId(), line.sku(), line.name(), line.quantity(), line.net());
    rows.merge(key, row, TopProducts::together);
  }

  List<TopProduct> best() {
    return rows.values().stream()
        .sorted(
            Comparator.comparingLong(TopProduct::quantity)
                .reversed()
                .thenComparing(TopProduct::sku)
                .thenComparing(row -> row.net().currency().getCurrencyCode()))
        .limit(SHOWN)
        .toList();
  }

  private static TopProduct together(TopProduct one, TopProduct other) {
    return new TopProduct(
        one.productId(),
        one.sku(),
        other.name(),
        one.quantity() + other.quantity(),
        one.net().plus(other.net()));
  }
}
