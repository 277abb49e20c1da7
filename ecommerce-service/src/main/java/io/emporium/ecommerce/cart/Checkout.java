package io.emporium.ecommerce.cart;

import java.util.List;

/// A cart that was bought.
public record Checkout(String checkoutId, List<OpenedOrder> orders) {

  /// The part that one shop delivers.
  public record OpenedOrder(String orderId, String shopId) {}
}
