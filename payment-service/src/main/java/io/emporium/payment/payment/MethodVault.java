package io.emporium.payment.payment;

import java.util.Optional;

/// A provider that keeps ways to pay for its customers.
public interface MethodVault {

  Provider provider();

  /// The provider's name for a customer of ours; empty when it does not answer.
  Optional<String> customer(String customerId);

  /// What a charge was made with.
  sealed interface Used {

    record ACard(SavedMethod.Card card) implements Used {}

    /// Nothing that can be used again.
    record NoCard() implements Used {}

    /// The provider does not answer.
    record Silence() implements Used {}
  }

  Used usedFor(String chargeReference);

  /// Makes the provider forget a way to pay; false when it does not answer. What it does not know
  /// is forgotten already.
  boolean forget(String token);
}
