package io.emporium.events.payment;

import io.emporium.events.Contract;
import io.emporium.events.Money;

/// The payment is open and waits for the customer.
@Contract("payment.initiated")
public record PaymentInitiated(String paymentId, String orderId, Money amount)
    implements PaymentEvent {}
