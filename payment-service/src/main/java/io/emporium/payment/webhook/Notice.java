package io.emporium.payment.webhook;

import io.emporium.events.Money;
import io.emporium.payment.payment.Provider;
import org.jspecify.annotations.Nullable;

/// A verified notification, in our words.
///
/// @param eventId the provider's
/// @param paymentId ours, as we gave it to the provider
/// @param orderId as we gave it to the provider with the payment; null when it does not say
/// @param attempt number of the attempt; 0 when the provider does not say
record Notice(
    String eventId,
    Provider provider,
    String type,
    @Nullable String paymentId,
    @Nullable String orderId,
    int attempt,
    News news,
    String payload) {

  /// What it says.
  sealed interface News {

    /// Money was taken.
    record Charged(String reference, Money amount) implements News {}

    /// Money was reserved.
    record Reserved(String reference, Money amount) implements News {}

    /// The charge was declined.
    record Declined(String code) implements News {}

    /// The customer did what they had to.
    record CustomerDone() implements News {}

    /// Money went back.
    record Refunded(String refundId, String reference) implements News {}

    /// The card holder had the provider fetch money back.
    ///
    /// @param reference of the charge
    record Disputed(String disputeId, String reference, Money amount) implements News {}

    /// Nothing that concerns us.
    record Other() implements News {}
  }
}
