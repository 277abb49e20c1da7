package io.emporium.events.payment;

import io.emporium.events.Contract;

/// Staff have the money of this order in hand, or a slip that it came. `provider` is cash,
/// card_terminal, bank_transfer or cash_on_delivery; answered with `payment.success`.
@Contract("payment.confirm")
public record ConfirmPaymentByHand(
    String orderId, String provider, String reference, String staffId) implements PaymentCommand {}
