package io.emporium.payment.payment;

import io.emporium.events.Money;

/// What a provider says about a charge. Silence is an answer of its own, never a decline.
public sealed interface GatewayAnswer {

  /// The money is taken.
  ///
  /// @param reference by which it can be refunded
  record Approved(Provider provider, String reference, Money amount) implements GatewayAnswer {}

  /// The customer has to go to `url` first.
  record RequiresAction(String reference, String url) implements GatewayAnswer {}

  /// No, for good.
  record Declined(String code) implements GatewayAnswer {}

  /// The request itself was wrong, an unknown token say: nothing was tried, another may be.
  record Refused(String code) implements GatewayAnswer {}

  /// Withdrawn: nothing was taken, nothing will be.
  record Cancelled() implements GatewayAnswer {}

  /// The provider is known to be down, so it was not called at all.
  record NotSent() implements GatewayAnswer {}

  /// Silence: it may have been charged or not.
  record NoAnswer(String why) implements GatewayAnswer {}
}
