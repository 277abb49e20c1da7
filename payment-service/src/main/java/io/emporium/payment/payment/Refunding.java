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

  private final StoredPayment payment;
  private final Instant now;

  Refunding(StoredPayment payment, Instant now) {
    this.payment = payment;
    this.now = now;
  }

  Outcome request(RefundRequest request) {
    Refund known = payment.refund(request.id()).orElse(null);
    if (known != null) {
      return known.status() == Refund.Status.PENDING ? Outcome.ALREADY : answer(known);
    }
    String obstacle = obstacle(payment, request);
    if (obstacle != null) {
      Refund refused = Refund.failed(request, obstacle, now);
      add(refused);
      return answer(refused);
    }
    Refund pending = Refund.pending(request, now);
    add(pending);
    boolean byHand = Objects.requireNonNull(payment.provider()).byHand();
    // Staff hand the money over themselves; there is nobody to ask.
    return byHand ? settled(pending.succeeded("by-hand"), State.SUCCEEDED) : payment.applied();
  }

  static @Nullable String obstacle(StoredPayment payment, RefundRequest request) {
    if (payment.status != PaymentStatus.SUCCEEDED) {
      return "nothing_captured";
    }
    Money left = payment.refundable();
    if (!request.amount().currency().equals(left.currency()) || request.amount().amount() <= 0) {
      return "invalid_amount";
    }
    if (payment.refunds.size() >= Payment.MOST_REFUNDS) {
      return "too_many_refunds";
    }
    return request.amount().exceeds(left) ? "exceeds_captured" : null;
  }

  Outcome settle(String refundId, RefundAnswer answer, AskPlan plan) {
    Refund refund = payment.refund(refundId).orElse(null);
    if (refund == null || refund.status() != Refund.Status.PENDING) {
      return Outcome.ALREADY;
    }
    return switch (answer) {
      case RefundAnswer.Refunded(var reference) ->
          settled(refund.succeeded(reference), State.SUCCEEDED);
      case RefundAnswer.Declined(var code) -> settled(refund.refused(code), State.DECLINED);
      case RefundAnswer.NoAnswer(_, var reference) -> silence(refund, reference, plan);
    };
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

  private Outcome answer(Refund refund) {
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
