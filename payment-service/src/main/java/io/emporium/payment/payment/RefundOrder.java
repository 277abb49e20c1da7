package io.emporium.payment.payment;

import io.emporium.events.Money;

/// A refund as a provider is asked for it.
///
/// @param chargeReference what was taken
public record RefundOrder(
    String paymentId, String orderId, String chargeReference, Money charged, Refund refund) {

  public String key() {
    return paymentId + ":refund:" + refund.id();
  }

  /// Another one after each refusal: under a key that was refused, a provider repeats itself.
  public String releaseKey() {
    String first = paymentId + ":release:" + refund.id();
    return refund.timesRefused() == 0 ? first : first + ":" + (refund.timesRefused() + 1);
  }
}
