package io.emporium.payment.payment;

import io.emporium.events.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a payment's history; lines are added, never changed.
///
/// @param key idempotency key of the call, or the refund's id
/// @param reference what the provider calls it
/// @param code why, as the provider or we put it: `insufficient_funds`
public record Transaction(
    Kind kind,
    State state,
    Money amount,
    @Nullable Provider provider,
    @Nullable String key,
    @Nullable String reference,
    @Nullable String code,
    Instant at) {

  /// What was attempted.
  public enum Kind {
    /// Reserving and taking in one.
    CHARGE,
    AUTHORIZE,
    CAPTURE,
    VOID,
    REFUND,
    /// The card holder had the money fetched back.
    CHARGEBACK
  }

  /// How far it came.
  public enum State {
    INITIATED,
    ACTION_REQUIRED,
    SUCCEEDED,
    DECLINED,
    /// The provider would not even try: the request was wrong, or it was not sent.
    REFUSED,
    UNKNOWN,
    CANCELLED,
    /// Taken, but not what was asked for, or a second time.
    STRAY,
    /// A person has seen to what was stray.
    CLOSED
  }

  boolean movedMoney() {
    return switch (kind) {
      case CHARGE, CAPTURE, REFUND -> state == State.SUCCEEDED || state == State.STRAY;
      case AUTHORIZE, VOID, CHARGEBACK -> false;
    };
  }
}
