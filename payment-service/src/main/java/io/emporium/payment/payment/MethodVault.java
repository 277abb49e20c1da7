package io.emporium.payment.payment;

import java.util.Optional;

/// A provider that keeps ways to pay for its customers.
public interface MethodVault {

  Provider provider();

  /// The provider's name for a customer of ours; empty when it does not answer.
  Optional<String> customer(String customerId);

  /// The card behind a charge; empty when the provider does not answer or it was no card.
  Optional<SavedMethod.Card> cardOf(String chargeReference);

  /// Makes the provider forget a way to pay; false when it does not answer. What it does not know
  /// is forgotten already.
  boolean forget(String token);
}
