package io.emporium.sales.invoice;

import io.emporium.events.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why an invoice is due, and all that is needed to write it, whoever does.
///
/// @param invoiceId follows from the order, or from the refund
/// @param at when it became due; its date, unless the series is further already
/// @param refundId null for an invoice
/// @param amount that was given back; null for an invoice
record Occasion(
    String invoiceId,
    String orderId,
    Instant at,
    @Nullable String refundId,
    @Nullable Money amount) {

  static Occasion sale(String orderId, Instant at) {
    return new Occasion(invoiceIdOf(orderId), orderId, at, null, null);
  }

  static Occasion refund(String orderId, String refundId, Money amount, Instant at) {
    return new Occasion("cn-" + refundId, orderId, at, refundId, amount);
  }

  static String invoiceIdOf(String orderId) {
    return "inv-" + orderId;
  }
}
