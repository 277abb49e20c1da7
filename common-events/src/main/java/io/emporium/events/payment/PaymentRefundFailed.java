package io.emporium.events.payment;

import io.emporium.events.Contract;

/// The refund is refused for good; `reason` is `exceeds_captured` where nothing was left to give
/// back.
@Contract("payment.refund_failed")
public record PaymentRefundFailed(String paymentId, String orderId, String refundId, String reason)
    implements PaymentEvent {}
