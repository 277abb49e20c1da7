package io.emporium.events.payment;

import io.emporium.events.Contract;
import io.emporium.events.Money;

/// Money went back.
@Contract("payment.refunded")
public record PaymentRefunded(String paymentId, String orderId, String refundId, Money amount)
    implements PaymentEvent {}
