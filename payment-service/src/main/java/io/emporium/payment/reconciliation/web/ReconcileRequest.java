package io.emporium.payment.reconciliation.web;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/// @param from since when the books are compared
record ReconcileRequest(@NotNull Instant from) {}
