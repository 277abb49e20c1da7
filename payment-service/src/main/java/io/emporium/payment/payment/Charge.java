package io.emporium.payment.payment;

import io.emporium.events.Money;
import org.jspecify.annotations.Nullable;

/// A charge as a provider is asked for it.
///
/// @param wanted false once the payment was called off: ask, but do not charge anew
/// @param overdue whether it is so old that what the provider does not know, it never got
/// @param captureLater whether the money is only to be reserved
public record Charge(
    String paymentId,
    String orderId,
    @Nullable String companyId,
    Money amount,
    Attempt attempt,
    boolean wanted,
    boolean overdue,
    boolean captureLater) {}
