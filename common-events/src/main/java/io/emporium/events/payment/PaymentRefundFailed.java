package io.emporium.events.payment;

import io.emporium.events.Contract;

/// The provider refused a refund for good.
@Contract("payment.refund_failed")
public record PaymentRefundFailed(String paymentId, String orderId, String refundId, String reason)
    implements PaymentEvent {}
