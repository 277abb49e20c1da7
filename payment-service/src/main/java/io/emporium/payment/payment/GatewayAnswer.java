package io.emporium.payment.payment;

import io.emporium.events.Money;

/// What a provider says about a charge. Silence is an answer of its own, never a decline.
public sealed interface GatewayAnswer {

  /// The money is taken.
  ///
  /// @param reference by which it can be refunded
  record Approved(Provider provider, String reference, Money amount) implements GatewayAnswer {}

  /// The money is reserved and can be taken.
  ///
  /// @param reference by which it can be captured
  record Authorized(Provider provider, String reference, Money amount) implements GatewayAnswer {}

  /// The customer has to go to `url` first.
  record RequiresAction(String reference, String url) implements GatewayAnswer {}

  /// No, for good.
  record Declined(String code) implements GatewayAnswer {}

  /// The request itself was wrong, an unknown token say: nothing was tried, another may be.
  record Refused(String code) implements GatewayAnswer {}

  /// Withdrawn: nothing was taken, nothing will be.
  record Cancelled() implements GatewayAnswer {}

  /// The provider is known to be down, so the charge was not sent at all.
  record NotSent() implements GatewayAnswer {}

  /// The provider is known to be down, so it was not asked: nothing was learnt.
  record NotAsked() implements GatewayAnswer {}

  /// Silence: it may have been charged or not.
  ///
  /// @param heard whether the provider did answer, only not with a decision: that is no sign of its
  ///   being down
  record NoAnswer(String why, boolean heard) implements GatewayAnswer {

    public NoAnswer(String why) {
      this(why, false);
    }

    public static NoAnswer undecided(String why) {
      return new NoAnswer(why, true);
    }
  }
}
