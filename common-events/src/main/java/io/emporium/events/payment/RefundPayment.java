package io.emporium.events.payment;

import io.emporium.events.Contract;
import io.emporium.events.Money;

/// Give money back; `refundId` makes it happen once.
@Contract("payment.refund")
public record RefundPayment(String orderId, String refundId, Money amount, String reason)
    implements PaymentCommand {}
