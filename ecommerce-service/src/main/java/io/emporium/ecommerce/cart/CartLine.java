package io.emporium.ecommerce.cart;

import io.emporium.events.Money;
import java.time.Instant;

/// One thing in a cart, with the price that the buyer has seen.
///
/// @param seenAt when the price was seen
public record CartLine(
    String productId,
    String sku,
    String companyId,
    String shopId,
    String name,
    int quantity,
    Money unitPrice,
    Instant seenAt) {

  boolean isFor(String otherProductId, String otherSku) {
    return productId.equals(otherProductId) && sku.equals(otherSku);
  }

  boolean isForSameAs(CartLine other) {
    return isFor(other.productId, other.sku);
  }

  /// The same thing, as seen now.
  CartLine with(int newQuantity, CartLine seen) {
    return new CartLine(
        productId, sku, companyId, shopId, seen.name, newQuantity, seen.unitPrice, seen.seenAt);
  }
}
