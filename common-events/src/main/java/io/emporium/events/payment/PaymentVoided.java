package io.emporium.events.payment;

import io.emporium.events.Contract;

/// Nothing was taken and nothing can be any longer.
@Contract("payment.voided")
public record PaymentVoided(String paymentId, String orderId, String reason)
    implements PaymentEvent {}
