package io.emporium.payment.payment;

import io.emporium.events.Money;

/// What a provider says about a capture.
public sealed interface CaptureAnswer {

  /// The money is taken.
  ///
  /// @param reference by which it can be refunded
  record Captured(String reference, Money amount) implements CaptureAnswer {}

  /// No, for good.
  record Declined(String code) implements CaptureAnswer {}

  /// Silence, or not yet.
  record NoAnswer(String why) implements CaptureAnswer {}

  /// The provider is known to be down, so it was not called at all.
  record NotAsked() implements CaptureAnswer {}
}
