package io.emporium.payment.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What has to be done at the provider's for a payment.
sealed interface Duty {

  /// When it was due, where it is done early: a provider that stays silent is asked again then.
  @Nullable Instant scheduled();

  /// Ask what became of the charge.
  record Ask(@Nullable Instant scheduled) implements Duty {}

  /// Withdraw the charge.
  record Cancel(@Nullable Instant scheduled) implements Duty {}

  /// Take reserved money, or ask what became of that.
  record Take(String captureId, @Nullable Instant scheduled) implements Duty {}

  /// Send a refund, or ask what became of it.
  record SendRefund(String refundId, @Nullable Instant scheduled) implements Duty {}

  /// Pay as the customer chose when ordering.
  record PayAsChosen(PayRequest request, @Nullable Instant scheduled) implements Duty {}

  /// Learn what was paid with, since the customer wants to use it again.
  record SaveMethod() implements Duty {

    @Override
    public @Nullable Instant scheduled() {
      return null;
    }
  }
}
