package io.emporium.payment.payment;

import io.emporium.events.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The taking of reserved money. There is one per authorization: what it leaves, the provider gives
/// free.
///
/// @param id chosen by who asked; asked again with the same id, nothing happens twice
/// @param reference what the provider calls it
/// @param failureCode why it was refused
public record Capture(
    String id,
    Money amount,
    Status status,
    @Nullable String reference,
    @Nullable String failureCode,
    Instant requestedAt,
    int asks,
    @Nullable Instant nextAskAt) {

  /// How far it came.
  public enum Status {
    PENDING,
    SUCCEEDED,
    FAILED
  }

  static Capture pending(CaptureRequest request, Instant now) {
    return new Capture(request.id(), request.amount(), Status.PENDING, null, null, now, 0, now);
  }

  /// @param taken what the provider says, which counts
  Capture succeeded(String newReference, Money taken) {
    return new Capture(id, taken, Status.SUCCEEDED, newReference, null, requestedAt, asks, null);
  }

  Capture refused(String code) {
    return new Capture(id, amount, Status.FAILED, reference, code, requestedAt, asks, null);
  }

  Capture silent(AskPlan plan) {
    return new Capture(
        id,
        amount,
        status,
        reference,
        failureCode,
        requestedAt,
        plan.counted(asks),
        plan.next(asks));
  }

  /// Nobody will ask any more by themselves.
  boolean isUnanswered() {
    return status == Status.PENDING && asks > 0 && nextAskAt == null;
  }

  Capture askAt(@Nullable Instant at) {
    return new Capture(id, amount, status, reference, failureCode, requestedAt, asks, at);
  }
}
