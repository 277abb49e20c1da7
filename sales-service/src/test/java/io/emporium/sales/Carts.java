package io.emporium.sales;

import io.emporium.events.Envelope;
import io.emporium.events.Money;
import io.emporium.events.catalog.CartCheckedOut;
import io.emporium.events.catalog.CheckedOutLine;
import java.util.List;

/// Checks out carts as ecommerce-service does.
record Carts(Story story) {

  Envelope<CartCheckedOut> checkOut(String orderId, long price) {
    return story.reply(
        new CartCheckedOut(
            "checkout-" + orderId,
            orderId,
            story.customer,
            story.customer + "@example.com",
            story.shop,
            "pickup",
            null,
            null,
            List.of(new CheckedOutLine(story.product, "TEA", 1, Money.of(price, "USD")))));
  }
}
