package io.emporium.payment.payment;

import io.emporium.events.Money;

/// A wish to take reserved money.
///
/// @param id makes it happen once
public record CaptureRequest(String id, Money amount) {}
