package io.emporium.ecommerce.cart.web;

import io.emporium.ecommerce.cart.Checkout;
import java.util.List;

record CheckoutResponse(String checkoutId, List<OrderLink> orders) {

  record OrderLink(String orderId, String shopId, String statusUrl) {}

  static CheckoutResponse from(Checkout checkout) {
    return new CheckoutResponse(
        checkout.checkoutId(),
        checkout.orders().stream()
            .map(
                order ->
                    new OrderLink(
                        order.orderId(), order.shopId(), "/api/orders/" + order.orderId()))
            .toList());
  }
}
