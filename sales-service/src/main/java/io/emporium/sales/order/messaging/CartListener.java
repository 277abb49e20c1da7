package io.emporium.sales.order.messaging;

import io.emporium.events.catalog.CartCheckedOut;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.sales.order.OpenCheckedOutOrder;
import org.springframework.stereotype.Component;

/// Carts that were checked out become orders.
@Component
@Consumes("carts")
class CartListener {

  private final OpenCheckedOutOrder open;

  CartListener(OpenCheckedOutOrder open) {
    this.open = open;
  }

  @Handles
  void on(CartCheckedOut cart) {
    var _ = open.handle(cart);
  }
}
