package io.emporium.payment.payment;

import io.emporium.events.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Money that goes back, or is about to.
///
/// @param id chosen by who asked; asked again with the same id, nothing happens twice
/// @param reference what the provider calls it
/// @param failureCode why it was refused
/// @param refusals how often reserved money was not given free; null for never
public record Refund(
    String id,
    Money amount,
    String reason,
    Status status,
    @Nullable String reference,
    @Nullable String failureCode,
    Instant requestedAt,
    int asks,
    @Nullable Instant nextAskAt,
    @Nullable Integer refusals) {

  /// Pending counts as taken from what may be refunded.
  public enum Status {
    PENDING,
    SUCCEEDED,
    FAILED
  }

  static Refund pending(RefundRequest request, Instant now) {
    return waiting(request, now).askAt(now);
  }

  /// One that cannot be sent yet: what it gives back is only being taken.
  static Refund waiting(RefundRequest request, Instant now) {
    return new Refund(
        request.id(),
        request.amount(),
        request.reason(),
        Status.PENDING,
        null,
        null,
        now,
        0,
        null,
        null);
  }

  static Refund failed(RefundRequest request, String code, Instant now) {
    return new Refund(
        request.id(),
        request.amount(),
        request.reason(),
        Status.FAILED,
        null,
        code,
        now,
        0,
        null,
        null);
  }

  Refund succeeded(String newReference) {
    return with(Status.SUCCEEDED, newReference, null);
  }

  Refund refused(String code) {
    return with(Status.FAILED, reference, code);
  }

  Refund silent(@Nullable String newReference, AskPlan plan) {
    return new Refund(
        id,
        amount,
        reason,
        status,
        newReference == null ? reference : newReference,
        failureCode,
        requestedAt,
        plan.counted(asks),
        plan.next(asks),
        refusals);
  }

  /// The provider would not give reserved money free. Asked again at that time, it is another
  /// attempt.
  Refund notReleased(String code, @Nullable Instant at) {
    Status next = at == null ? Status.FAILED : Status.PENDING;
    return new Refund(id, amount, reason, next, null, code, requestedAt, 0, at, timesRefused() + 1);
  }

  /// What it gives back is less than was thought.
  Refund of(Money less) {
    return new Refund(
        id, less, reason, status, reference, failureCode, requestedAt, asks, nextAskAt, refusals);
  }

  int timesRefused() {
    return refusals == null ? 0 : refusals;
  }

  /// Nobody will ask any more by themselves.
  boolean isUnanswered() {
    return status == Status.PENDING && asks > 0 && nextAskAt == null;
  }

  Refund askAt(@Nullable Instant at) {
    return new Refund(
        id, amount, reason, status, reference, failureCode, requestedAt, asks, at, refusals);
  }

  private Refund with(Status newStatus, @Nullable String newReference, @Nullable String code) {
    return new Refund(
        id, amount, reason, newStatus, newReference, code, requestedAt, asks, null, refusals);
  }
}
