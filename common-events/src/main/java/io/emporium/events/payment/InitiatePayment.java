package io.emporium.events.payment;

import io.emporium.events.Contract;
import io.emporium.events.Money;
import java.time.Instant;

/// Open a payment over `amount` that the customer can pay until `expiresAt`.
@Contract("payment.initiate")
public record InitiatePayment(
    String orderId,
    String orderNumber,
    String customerId,
    String shopId,
    Money amount,
    Instant expiresAt)
    implements PaymentCommand {}
