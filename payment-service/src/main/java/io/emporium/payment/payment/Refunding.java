package io.emporium.payment.payment;

import io.emporium.events.Money;
import io.emporium.events.payment.PaymentRefundFailed;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.kit.store.Outcome;
import io.emporium.payment.payment.Transaction.Kind;
import io.emporium.payment.payment.Transaction.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The way of a refund within its payment. What is given back, together with what is about to be,
/// never exceeds what was taken.
final class Refunding {

  static final String BY_HAND = "by-hand";
  private static final String EXCEEDS = "exceeds_captured";

  private final StoredPayment payment;
  private final Instant now;

  Refunding(StoredPayment payment, Instant now) {
    this.payment = payment;
    this.now = now;
  }

  Outcome request(RefundRequest wish) {
    Refund known = payment.refund(wish.id()).orElse(null);
    if (known != null) {
      return known.status() == Refund.Status.PENDING ? awaited(known) : answer(known);
    }
    if (isTooEarly(wish)) {
      return Outcome.ALREADY;
    }
    RefundRequest request = withoutWhatIsWithTheCustomer(wish);
    String obstacle = obstacle(payment, request);
    if (obstacle != null) {
      Refund refused = Refund.failed(request, obstacle, now);
      add(refused);
      return answer(refused);
    }
    if (payment.status == PaymentStatus.AUTHORIZED) {
      return requestOfReserved(request);
    }
    Refund pending = Refund.pending(request, now);
    add(pending);
    boolean byHand = Objects.requireNonNull(payment.provider()).byHand();
    // Staff hand the money over themselves; there is nobody to ask.
    return byHand ? settled(pending.succeeded(BY_HAND), State.SUCCEEDED) : payment.applied();
  }

  // Whoever asks again after the last silence has it asked for again, under the same key.
  private Outcome awaited(Refund known) {
    if (!known.isUnanswered()) {
      return Outcome.ALREADY;
    }
    payment.replace(known.askAt(now));
    return payment.applied();
  }

  // What is decided of a refund is decided for good, and what is on its way may yet turn out not to
  // arrive. Whoever wants more than is left is told nothing and asks again until that is known.
  private boolean isTooEarly(RefundRequest wish) {
    return EXCEEDS.equals(obstacle(payment, wish))
        && payment.refunds.stream().anyMatch(one -> one.status() == Refund.Status.PENDING);
  }

  // The saga gives back what the order costs, a return what its goods cost. What of it the shop
  // chose not to take, or has given back before, is with the customer already.
  private RefundRequest withoutWhatIsWithTheCustomer(RefundRequest wish) {
    boolean beyond = EXCEEDS.equals(obstacle(payment, wish));
    Money left = beyond ? payment.refundable() : wish.amount();
    return left.amount() > 0 ? new RefundRequest(wish.id(), left, wish.reason()) : wish;
  }

  // All of what was only reserved is given free; for a part, everything is taken first, since at
  // most providers a reservation can be taken once.
  private Outcome requestOfReserved(RefundRequest request) {
    boolean untouched = payment.capturable().equals(payment.amount());
    boolean all = request.amount().equals(payment.amount());
    if (untouched && all) {
      payment.releasedBy = request.id();
      payment.captureBy = null;
      add(Refund.pending(request, now));
    } else {
      add(Refund.waiting(request, now));
      new Capturing(payment, now).takeAll("to-refund-" + request.id());
    }
    return payment.applied();
  }

  static @Nullable String obstacle(StoredPayment payment, RefundRequest request) {
    if (payment.status != PaymentStatus.SUCCEEDED && payment.status != PaymentStatus.AUTHORIZED) {
      return "nothing_captured";
    }
    Money left = payment.refundable();
    if (!request.amount().currency().equals(left.currency()) || request.amount().amount() <= 0) {
      return "invalid_amount";
    }
    if (payment.refunds.size() >= Payment.MOST_REFUNDS) {
      return "too_many_refunds";
    }
    return request.amount().exceeds(left) ? EXCEEDS : null;
  }

  Outcome settle(String refundId, RefundAnswer answer, AskPlan plan) {
    Refund refund = payment.refund(refundId).orElse(null);
    if (refund == null || refund.status() != Refund.Status.PENDING) {
      return Outcome.ALREADY;
    }
    return switch (answer) {
      case RefundAnswer.Refunded(var reference) -> refunded(refund, reference);
      case RefundAnswer.Declined(var code) -> refused(refund.refused(code));
      // Of reserved money only, which is not given back but free.
      case RefundAnswer.Taken _ -> Outcome.ALREADY;
      case RefundAnswer.NoAnswer(_, var reference) -> silence(refund, reference, plan);
      case RefundAnswer.NotAsked() -> {
        payment.replace(refund.askAt(plan.whenNotAsked()));
        yield payment.applied();
      }
    };
  }

  private Outcome refunded(Refund refund, String reference) {
    if (refund.id().equals(payment.releasedBy)) {
      payment.status = PaymentStatus.SUCCEEDED;
      new Capturing(payment, now).release(refund.amount(), "refunded_before_capture");
    }
    return settled(refund.succeeded(reference), State.SUCCEEDED);
  }

  /// It has failed for good.
  Outcome refused(Refund failed) {
    return settled(failed, State.DECLINED);
  }

  private Outcome silence(Refund refund, @Nullable String reference, AskPlan plan) {
    Refund silent = refund.silent(reference, plan);
    payment.replace(silent);
    if (refund.asks() == 0) {
      note(silent, State.UNKNOWN);
    }
    return payment.applied();
  }

  private Outcome settled(Refund refund, State state) {
    payment.replace(refund);
    note(refund, state);
    return answer(refund);
  }

  /// Tells what became of it.
  Outcome answer(Refund refund) {
    payment.publish(
        switch (refund.status()) {
          case SUCCEEDED, PENDING ->
              new PaymentRefunded(payment.id(), payment.orderId, refund.id(), refund.amount());
          case FAILED ->
              new PaymentRefundFailed(
                  payment.id(),
                  payment.orderId,
                  refund.id(),
                  Objects.requireNonNullElse(refund.failureCode(), "declined"));
        });
    return payment.applied();
  }

  private void add(Refund refund) {
    List<Refund> longer = new ArrayList<>(payment.refunds);
    longer.add(refund);
    payment.refunds = List.copyOf(longer);
    note(refund, refund.status() == Refund.Status.PENDING ? State.INITIATED : State.REFUSED);
  }

  private void note(Refund refund, State state) {
    payment.note(
        new Transaction(
            Kind.REFUND,
            state,
            refund.amount(),
            payment.provider(),
            refund.id(),
            refund.reference(),
            refund.failureCode(),
            now));
  }
}
