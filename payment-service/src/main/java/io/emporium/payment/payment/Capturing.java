package io.emporium.payment.payment;

import io.emporium.events.Money;
import io.emporium.events.payment.PaymentCaptured;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.payment.payment.Transaction.Kind;
import io.emporium.payment.payment.Transaction.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The way of reserved money into the till, or back to the customer. What is taken never exceeds
/// what was reserved.
final class Capturing {

  private final StoredPayment payment;
  private final Instant now;

  Capturing(StoredPayment payment, Instant now) {
    this.payment = payment;
    this.now = now;
  }

  Outcome request(CaptureRequest request) {
    Capture known = payment.capture;
    if (known != null && known.id().equals(request.id())) {
      return Outcome.ALREADY;
    }
    String obstacle = obstacle(request.amount());
    if (obstacle != null) {
      throw Refusal.conflict("capture_not_possible", "It cannot be captured: " + obstacle);
    }
    begin(request);
    return payment.applied();
  }

  private @Nullable String obstacle(Money wanted) {
    if (payment.status != PaymentStatus.AUTHORIZED) {
      return "nothing_authorized";
    }
    if (payment.releasedBy != null) {
      return "being_released";
    }
    if (payment.capture().filter(made -> made.status() == Capture.Status.PENDING).isPresent()) {
      return "capture_in_progress";
    }
    Money left = payment.capturable();
    if (!wanted.currency().equals(left.currency()) || wanted.amount() <= 0) {
      return "invalid_amount";
    }
    return wanted.exceeds(left) ? "exceeds_authorized" : null;
  }

  private void begin(CaptureRequest request) {
    Capture pending = Capture.pending(request, now);
    payment.capture = pending;
    payment.captureBy = null;
    note(State.INITIATED, pending);
  }

  /// Takes everything, where nothing has been decided yet.
  void takeAll(String id) {
    payment.captureBy = null;
    if (obstacle(payment.amount()) == null) {
      begin(new CaptureRequest(id, payment.amount()));
    }
  }

  Outcome settle(String captureId, CaptureAnswer answer, AskPlan plan) {
    Capture asked = payment.capture;
    if (asked == null
        || !asked.id().equals(captureId)
        || asked.status() != Capture.Status.PENDING) {
      return Outcome.ALREADY;
    }
    return switch (answer) {
      case CaptureAnswer.Captured(var reference, var amount) -> taken(asked, reference, amount);
      case CaptureAnswer.Declined(var code) -> refused(asked, code);
      case CaptureAnswer.NoAnswer(_) -> silence(asked, plan);
      case CaptureAnswer.NotAsked() -> {
        payment.capture = asked.askAt(plan.whenNotAsked());
        yield payment.applied();
      }
    };
  }

  /// Somebody took it: we, and this is the provider's notification of it, or a person at the
  /// provider's.
  Outcome seen(String reference, Money amount) {
    Capture asked = payment.capture;
    Capture made =
        asked != null && asked.status() == Capture.Status.PENDING
            ? asked
            : Capture.pending(new CaptureRequest("at-the-provider", amount), now);
    return taken(made, reference, amount);
  }

  private Outcome taken(Capture made, String reference, Money amount) {
    Capture done = made.succeeded(reference, amount);
    payment.capture = done;
    payment.captureBy = null;
    payment.status = PaymentStatus.SUCCEEDED;
    payment.providerReference = reference;
    payment.failureCode = null;
    notReleased(amount);
    note(State.SUCCEEDED, done);
    if (payment.amount().exceeds(amount)) {
      release(payment.amount().minus(amount), "not_captured");
    }
    payment.publish(new PaymentCaptured(payment.id(), payment.orderId, amount));
    // Refunds that waited for it can go now.
    payment.refunds =
        payment.refunds.stream()
            .map(one -> one.status() == Refund.Status.PENDING ? one.askAt(now) : one)
            .toList();
    return payment.applied();
  }

  // What was to be given free was taken at the provider's: it goes back as all taken money does, as
  // much as that is.
  private void notReleased(Money amount) {
    payment
        .refund(Objects.requireNonNullElse(payment.releasedBy, ""))
        .filter(refund -> refund.amount().exceeds(amount))
        .ifPresent(refund -> payment.replace(refund.of(amount)));
    payment.releasedBy = null;
  }

  private Outcome refused(Capture asked, String code) {
    Capture refused = asked.refused(code);
    payment.capture = refused;
    payment.failureCode = code;
    note(State.DECLINED, refused);
    Refunding refunds = new Refunding(payment, now);
    for (Refund waiting : List.copyOf(payment.refunds)) {
      if (waiting.status() == Refund.Status.PENDING) {
        var _ = refunds.refused(waiting.refused("capture_failed"));
      }
    }
    return payment.applied();
  }

  private Outcome silence(Capture asked, AskPlan plan) {
    payment.capture = asked.silent(plan);
    if (asked.asks() == 0) {
      note(State.UNKNOWN, asked);
    }
    return payment.applied();
  }

  /// The reservation is given free, whole or in part.
  void release(Money amount, String why) {
    payment.note(
        new Transaction(
            Kind.VOID,
            State.SUCCEEDED,
            amount,
            payment.provider(),
            null,
            payment.providerReference,
            why,
            now));
  }

  private void note(State state, Capture capture) {
    payment.note(
        new Transaction(
            Kind.CAPTURE,
            state,
            capture.amount(),
            payment.provider(),
            capture.id(),
            capture.reference(),
            capture.failureCode(),
            now));
  }
}
