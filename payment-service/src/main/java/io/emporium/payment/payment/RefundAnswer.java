package io.emporium.payment.payment;

import io.emporium.events.Money;
import org.jspecify.annotations.Nullable;

/// What a provider says about a refund, or about giving reserved money free.
public sealed interface RefundAnswer {

  /// The money went back.
  record Refunded(String reference) implements RefundAnswer {}

  /// Reserved money that was to be given free was taken meanwhile, by a person at the provider's.
  ///
  /// @param reference by which it can be refunded
  record Taken(String reference, Money amount) implements RefundAnswer {}

  /// No, for good.
  record Declined(String code) implements RefundAnswer {}

  /// Not yet, or silence.
  ///
  /// @param reference where the provider has begun it
  record NoAnswer(String why, @Nullable String reference) implements RefundAnswer {}

  /// The provider is known to be down, so it was not called at all.
  record NotAsked() implements RefundAnswer {}
}
