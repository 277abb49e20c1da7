package io.emporium.events.payment;

import io.emporium.events.Contract;

/// The provider gave no answer: it is being asked again.
@Contract("payment.unknown")
public record PaymentUnknown(String paymentId, String orderId) implements PaymentEvent {}
