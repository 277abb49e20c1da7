package io.emporium.ecommerce.cart.web;

import io.emporium.ecommerce.cart.Cart;
import io.emporium.ecommerce.cart.CartLine;
import io.emporium.ecommerce.search.ListedVariant;
import io.emporium.ecommerce.search.ProductIndex;
import io.emporium.events.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// @param cartId what a guest sends as `X-Cart-Id`; null for customers
/// @param totals of what can be bought, at the prices of now, one per currency
record CartResponse(@Nullable String cartId, List<Item> items, List<Money> totals) {

  /// @param unitPrice as the buyer has seen it
  /// @param currentPrice null when it cannot be bought any more
  /// @param lineTotal at the price of now
  record Item(
      String productId,
      String sku,
      String shopId,
      String name,
      int quantity,
      Money unitPrice,
      @Nullable Money currentPrice,
      boolean priceChanged,
      boolean available,
      Money lineTotal) {}

  static CartResponse empty() {
    return new CartResponse(null, List.of(), List.of());
  }

  static CartResponse from(Cart cart, @Nullable String cartId, ProductIndex index) {
    List<Item> items = cart.lines().stream().map(line -> item(line, index)).toList();
    Map<String, Money> totals = new TreeMap<>();
    items.stream()
        .filter(Item::available)
        .map(Item::lineTotal)
        .forEach(total -> totals.merge(total.currency().getCurrencyCode(), total, Money::plus));
    return new CartResponse(cartId, items, List.copyOf(totals.values()));
  }

  private static Item item(CartLine line, ProductIndex index) {
    Money current =
        index
            .find(line.productId())
            .flatMap(product -> product.variant(line.sku()))
            .map(ListedVariant::price)
            .orElse(null);
    boolean available = current != null;
    Money now = current == null ? line.unitPrice() : current;
    return new Item(
        line.productId(),
        line.sku(),
        line.shopId(),
        line.name(),
        line.quantity(),
        line.unitPrice(),
        current,
        !now.equals(line.unitPrice()),
        available,
        now.times(line.quantity()));
  }
}
