package io.emporium.payment.payment;

import io.emporium.events.Money;

/// A wish to give money back.
///
/// @param id makes it happen once
public record RefundRequest(String id, Money amount, String reason) {}
