package io.emporium.events.payment;

import io.emporium.events.Contract;

/// The provider declined for good.
@Contract("payment.failed")
public record PaymentFailed(String paymentId, String orderId, String customerId, String reason)
    implements PaymentEvent {}
