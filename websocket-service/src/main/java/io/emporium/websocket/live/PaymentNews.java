package io.emporium.websocket.live;

import io.emporium.events.Money;
import io.emporium.events.payment.PaymentCaptured;
import io.emporium.events.payment.PaymentDisputed;
import io.emporium.events.payment.PaymentEvent;
import io.emporium.events.payment.PaymentFailed;
import io.emporium.events.payment.PaymentInitiated;
import io.emporium.events.payment.PaymentRefundFailed;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.payment.PaymentUnknown;
import io.emporium.events.payment.PaymentVoided;
import org.jspecify.annotations.Nullable;

/// What is shown of a payment: no provider's references.
record PaymentNews(
    String paymentId, String orderId, @Nullable Money amount, @Nullable String reason) {

  static PaymentNews of(PaymentEvent event) {
    return switch (event) {
      case PaymentInitiated(var id, var order, var amount) ->
          new PaymentNews(id, order, amount, null);
      case PaymentCaptured(var id, var order, var amount) ->
          new PaymentNews(id, order, amount, null);
      case PaymentDisputed(var id, var order, var amount) ->
          new PaymentNews(id, order, amount, null);
      case PaymentSucceeded e -> new PaymentNews(e.paymentId(), e.orderId(), e.amount(), null);
      case PaymentFailed e -> new PaymentNews(e.paymentId(), e.orderId(), null, e.reason());
      case PaymentRefunded e -> new PaymentNews(e.paymentId(), e.orderId(), e.amount(), null);
      case PaymentRefundFailed e -> new PaymentNews(e.paymentId(), e.orderId(), null, e.reason());
      case PaymentUnknown(var id, var order) -> new PaymentNews(id, order, null, null);
      case PaymentVoided e -> new PaymentNews(e.paymentId(), e.orderId(), null, e.reason());
    };
  }

  /// A dispute and a refund that does not go through are the shop's to settle first.
  static boolean isForStaffAlone(PaymentEvent event) {
    return event instanceof PaymentDisputed || event instanceof PaymentRefundFailed;
  }
}
