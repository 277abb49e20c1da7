package io.emporium.ecommerce.cart;

import io.emporium.events.catalog.CartCheckedOut;
import io.emporium.events.catalog.CheckedOutLine;
import io.emporium.events.catalog.DeliveryAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a cart is bought.
///
/// @param checkoutId the same when the request is repeated with its idempotency key
/// @param fulfilment `delivery`, `pickup` or `in_store`
public record CheckoutTerms(
    String checkoutId,
    @Nullable String customerEmail,
    String fulfilment,
    @Nullable DeliveryAddress address,
    @Nullable String note) {

  /// @param bought lines of one shop
  CartCheckedOut fact(String orderId, String customerId, List<CartLine> bought) {
    return new CartCheckedOut(
        checkoutId,
        orderId,
        customerId,
        customerEmail,
        bought.getFirst().shopId(),
        fulfilment,
        address,
        note,
        bought.stream()
            .map(
                line ->
                    new CheckedOutLine(
                        line.productId(), line.sku(), line.quantity(), line.unitPrice()))
            .toList());
  }
}
