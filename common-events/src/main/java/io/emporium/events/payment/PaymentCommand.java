package io.emporium.events.payment;

import io.emporium.events.Command;
import io.emporium.events.HandledBy;

/// What the order saga asks of the payments. Each is safe to repeat and answers again.
@HandledBy("payment-service")
public sealed interface PaymentCommand extends Command
    permits ConfirmPaymentByHand, InitiatePayment, RefundPayment, VoidPayment {}
