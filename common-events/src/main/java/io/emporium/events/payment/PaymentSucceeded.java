package io.emporium.events.payment;

import io.emporium.events.Contract;
import io.emporium.events.Money;

/// The money is secured: taken, or reserved and taken later. `provider` is stripe, paypal, cash,
/// card_terminal, bank_transfer or cash_on_delivery; none, where there was nothing to pay.
@Contract("payment.success")
public record PaymentSucceeded(
    String paymentId,
    String orderId,
    String customerId,
    Money amount,
    String provider,
    String providerReference)
    implements PaymentEvent {}
