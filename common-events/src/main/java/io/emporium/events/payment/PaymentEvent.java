package io.emporium.events.payment;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about payments.
@PublishedBy("payment-service")
public sealed interface PaymentEvent extends Fact
    permits PaymentCaptured,
        PaymentDisputed,
        PaymentFailed,
        PaymentInitiated,
        PaymentRefundFailed,
        PaymentRefunded,
        PaymentSucceeded,
        PaymentUnknown,
        PaymentVoided {}
