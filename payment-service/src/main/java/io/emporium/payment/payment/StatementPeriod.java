package io.emporium.payment.payment;

import java.time.Instant;

/// @param from inclusive
/// @param to exclusive
public record StatementPeriod(Instant from, Instant to) {}
