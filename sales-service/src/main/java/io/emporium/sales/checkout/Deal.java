package io.emporium.sales.checkout;

import io.emporium.events.Money;
import io.emporium.events.inventory.StockLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the saga needs to know of the order; none of it changes while the saga runs.
///
/// @param holdUntil when a hold of stock ends by itself; later than anybody may pay
/// @param paymentWindow how long the customer may take to pay
public record Deal(
    String orderId,
    String number,
    String customerId,
    String shopId,
    Money total,
    List<StockLine> lines,
    Instant holdUntil,
    Duration paymentWindow) {

  /// One per order, so that whatever happens the money goes back once.
  public String refundId() {
    return "refund-" + orderId;
  }

  public String restockId() {
    return "restock-" + orderId;
  }
}
