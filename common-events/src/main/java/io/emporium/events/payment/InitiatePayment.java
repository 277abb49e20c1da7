package io.emporium.events.payment;

import io.emporium.events.Contract;
import io.emporium.events.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Open a payment over `amount` that the customer can pay until `expiresAt`, and pay it where they
/// have chosen how. Without `options` it may be paid in every way.
@Contract("payment.initiate")
public record InitiatePayment(
    String orderId,
    String orderNumber,
    String customerId,
    String shopId,
    Money amount,
    Instant expiresAt,
    @Nullable PaymentOptions options)
    implements PaymentCommand {}
