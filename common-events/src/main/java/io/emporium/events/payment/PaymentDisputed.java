package io.emporium.events.payment;

import io.emporium.events.Contract;
import io.emporium.events.Money;

/// The card holder disputes the charge.
@Contract("payment.disputed")
public record PaymentDisputed(String paymentId, String orderId, Money amount)
    implements PaymentEvent {}
