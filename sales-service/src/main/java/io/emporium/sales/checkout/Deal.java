package io.emporium.sales.checkout;

import io.emporium.events.Money;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.payment.PaymentOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// What the saga needs to know of the order; none of it changes while the saga runs.
///
/// @param holdUntil when a hold of stock ends by itself; later than anybody may pay
/// @param paymentWindow how long the customer may take to pay
/// @param paymentOptions what they may pay with, and what they chose
public record Deal(
    String orderId,
    String number,
    String customerId,
    String shopId,
    Money total,
    List<StockLine> lines,
    Instant holdUntil,
    Duration paymentWindow,
    PaymentOptions paymentOptions) {

  /// One per order, so that whatever happens the money goes back once. Only what was refused for
  /// good is followed by another: under the same id it would stay refused.
  ///
  /// @param refusals so far
  public String refundId(int refusals) {
    String first = "refund-" + orderId;
    return refusals == 0 ? first : first + "-" + (refusals + 1);
  }

  /// Whether a refund is of this order: the present attempt, or one that was refused and then done
  /// by hand.
  boolean isRefund(String refundId, int refusals) {
    return IntStream.rangeClosed(0, refusals).mapToObj(this::refundId).anyMatch(refundId::equals);
  }

  public String restockId() {
    return "restock-" + orderId;
  }
}
