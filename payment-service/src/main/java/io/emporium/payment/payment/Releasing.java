package io.emporium.payment.payment;

import io.emporium.kit.store.Outcome;
import io.emporium.payment.payment.Transaction.Kind;
import io.emporium.payment.payment.Transaction.State;
import java.time.Instant;

/// Reserved money on its way back to the customer, for the refund that wants all of it.
///
/// A provider that refuses to give it free is asked anew a few times, each time under a new key. At
/// last the refund has failed, and the money must not stay reserved in silence: of an order that
/// lives it is taken when it would have been anyway, of one that has ended a person must look.
final class Releasing {

  private final StoredPayment payment;
  private final AskPlan plan;

  Releasing(StoredPayment payment, AskPlan plan) {
    this.payment = payment;
    this.plan = plan;
  }

  Outcome settle(String refundId, RefundAnswer answer) {
    return switch (answer) {
      case RefundAnswer.Declined(var code) when isAwaited(refundId) ->
          refused(payment.refund(refundId).orElseThrow(), code);
      case RefundAnswer.Taken(var reference, var amount) when isAwaited(refundId) ->
          new Capturing(payment, plan.now()).seen(reference, amount);
      // The provider told of its being taken first, and it is given back as taken money is.
      case RefundAnswer.Declined _, RefundAnswer.Taken _ -> Outcome.ALREADY;
      case RefundAnswer.Refunded _, RefundAnswer.NoAnswer _, RefundAnswer.NotAsked _ ->
          new Refunding(payment, plan.now()).settle(refundId, answer, plan);
    };
  }

  private boolean isAwaited(String refundId) {
    return payment.status == PaymentStatus.AUTHORIZED
        && refundId.equals(payment.releasedBy)
        && payment
            .refund(refundId)
            .filter(refund -> refund.status() == Refund.Status.PENDING)
            .isPresent();
  }

  private Outcome refused(Refund asked, String code) {
    Instant again = plan.afterRefusal(asked.timesRefused() + 1);
    Refund refused = asked.notReleased(code, again);
    if (again == null) {
      payment.releasedBy = null;
      payment.captureBy = payment.orderEnded ? null : captureBy();
      return new Refunding(payment, plan.now()).refused(refused);
    }
    payment.replace(refused);
    payment.note(
        new Transaction(
            Kind.VOID,
            State.DECLINED,
            asked.amount(),
            payment.provider(),
            asked.id(),
            payment.providerReference,
            code,
            plan.now()));
    return payment.applied();
  }

  private Instant captureBy() {
    Instant reserved =
        payment.transactions.stream()
            .filter(line -> line.kind() == Kind.AUTHORIZE && line.state() == State.SUCCEEDED)
            .map(Transaction::at)
            .findFirst()
            .orElse(plan.now());
    return reserved.plus(plan.captureWithin());
  }
}
