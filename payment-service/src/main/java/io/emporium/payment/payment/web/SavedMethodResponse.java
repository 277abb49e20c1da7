package io.emporium.payment.payment.web;

import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.SavedMethod;
import java.time.Instant;

/// @param token to pay with
record SavedMethodResponse(
    String token,
    Provider provider,
    String brand,
    String last4,
    long expMonth,
    long expYear,
    Instant savedAt) {

  static SavedMethodResponse from(SavedMethod method) {
    SavedMethod.Card card = method.card();
    return new SavedMethodResponse(
        card.token(),
        method.provider(),
        card.brand(),
        card.last4(),
        card.expMonth(),
        card.expYear(),
        method.savedAt());
  }
}
