package io.emporium.events.payment;

import io.emporium.events.Contract;
import io.emporium.events.Money;

/// Give money back, as much of `amount` as is left; `refundId` makes it happen once. Answered with
/// `payment.refunded`, or `payment.refund_failed`.
@Contract("payment.refund")
public record RefundPayment(String orderId, String refundId, Money amount, String reason)
    implements PaymentCommand {}
