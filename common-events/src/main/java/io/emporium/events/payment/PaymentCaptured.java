package io.emporium.events.payment;

import io.emporium.events.Contract;
import io.emporium.events.Money;

/// Authorized money was taken, whole or in part.
@Contract("payment.captured")
public record PaymentCaptured(String paymentId, String orderId, Money amount)
    implements PaymentEvent {}
