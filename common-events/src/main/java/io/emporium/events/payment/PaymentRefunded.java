package io.emporium.events.payment;

import io.emporium.events.Contract;
import io.emporium.events.Money;

/// Money went back; less than was asked for where no more was left.
@Contract("payment.refunded")
public record PaymentRefunded(String paymentId, String orderId, String refundId, Money amount)
    implements PaymentEvent {}
