package io.emporium.payment.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody has to do at the provider's for a payment, and when.
final class DueWork {

  /// How long one instance has to begin a payment before another may. Two that do are no harm: the
  /// first to write the charge down has decided.
  private static final Duration TO_BEGIN = Duration.ofSeconds(5);

  private final StoredPayment payment;

  DueWork(StoredPayment payment) {
    this.payment = payment;
  }

  /// The earliest time at which something is due; null when nothing is.
  @Nullable Instant earliest() {
    Instant first = earlier(payment.captureBy, payment.saveMethodAt);
    first = earlier(first, payAsChosenAt());
    if (payment.attempt != null) {
      first = earlier(first, payment.attempt.nextAskAt());
    }
    if (payment.capture != null) {
      first = earlier(first, payment.capture.nextAskAt());
    }
    for (Refund refund : payment.refunds) {
      first = earlier(first, refund.nextAskAt());
    }
    return first;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /// Takes over what is due until the lease ends, so that nobody else does it meanwhile.
  ///
  /// @param evenEarly also what would be asked later: the provider is back
  List<Duty> claim(Instant now, Instant leaseEnd, boolean evenEarly) {
    takeBeforeItLapses(now);
    List<Duty> duties = new ArrayList<>();
    claimChosen(duties, now, leaseEnd, evenEarly);
    claimAttempt(duties, now, leaseEnd, evenEarly);
    claimCapture(duties, now, leaseEnd, evenEarly);
    if (payment.saveMethodAt != null && !payment.saveMethodAt.isAfter(now)) {
      duties.add(new Duty.SaveMethod());
      payment.saveMethodAt = leaseEnd;
    }
    for (Refund refund : payment.refunds) {
      Instant at = refund.nextAskAt();
      if (at != null && (evenEarly || !at.isAfter(now))) {
        duties.add(new Duty.SendRefund(refund.id(), early(at, now)));
        payment.replace(refund.askAt(leaseEnd));
      }
    }
    return duties;
  }

  // Whoever has begun to pay, or closed the payment, has overtaken the choice.
  private @Nullable Instant payAsChosenAt() {
    return payment.status == PaymentStatus.REQUESTED ? payment.payAsChosenAt : null;
  }

  private void claimChosen(List<Duty> duties, Instant now, Instant leaseEnd, boolean evenEarly) {
    Instant at = payAsChosenAt();
    if (at != null && payment.chosen != null && (evenEarly || !at.isAfter(now))) {
      duties.add(new Duty.PayAsChosen(payment.chosen, early(at, now)));
      payment.payAsChosenAt = earlier(leaseEnd, now.plus(TO_BEGIN));
    }
  }

  private void claimAttempt(List<Duty> duties, Instant now, Instant leaseEnd, boolean evenEarly) {
    Attempt asked = payment.attempt;
    if (asked == null || asked.nextAskAt() == null) {
      return;
    }
    Instant at = asked.nextAskAt();
    // What is being charged for the first time is not interrupted.
    boolean alsoEarly = evenEarly && payment.status != PaymentStatus.PROCESSING;
    if (alsoEarly || !at.isAfter(now)) {
      Instant scheduled = early(at, now);
      duties.add(
          payment.status == PaymentStatus.CANCELLING
              ? new Duty.Cancel(scheduled)
              : new Duty.Ask(scheduled));
      payment.attempt = asked.askAt(leaseEnd);
    }
  }

  private void claimCapture(List<Duty> duties, Instant now, Instant leaseEnd, boolean evenEarly) {
    Capture asked = payment.capture;
    Instant at = asked == null ? null : asked.nextAskAt();
    if (asked != null && at != null && (evenEarly || !at.isAfter(now))) {
      duties.add(new Duty.Take(asked.id(), early(at, now)));
      payment.capture = asked.askAt(leaseEnd);
    }
  }

  // The order was confirmed on the strength of the reservation: it must not lapse untaken.
  private void takeBeforeItLapses(Instant now) {
    if (payment.captureBy != null && !payment.captureBy.isAfter(now)) {
      new Capturing(payment, now).takeAll("before-it-lapses");
    }
  }

  private static @Nullable Instant early(Instant at, Instant now) {
    return at.isAfter(now) ? at : null;
  }
}
