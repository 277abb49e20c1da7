package io.emporium.events.payment;

import io.emporium.events.Contract;

/// Nobody may pay this order any longer. Answered with `payment.voided`, or `payment.success` when
/// the customer was faster.
@Contract("payment.void")
public record VoidPayment(String orderId, String reason) implements PaymentCommand {}
