package io.emporium.payment.payment;

import io.emporium.events.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Money that moved, as the provider has it.
///
/// @param paymentId ours, where the provider knows it
/// @param reference as our transactions write it
public record StatementLine(
    Kind kind, @Nullable String paymentId, String reference, Money amount, Instant at) {

  /// Which way it went.
  public enum Kind {
    CHARGE,
    REFUND
  }
}
