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
}
