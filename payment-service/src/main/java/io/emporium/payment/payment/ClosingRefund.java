package io.emporium.payment.payment;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.payment.payment.Transaction.Kind;
import io.emporium.payment.payment.Transaction.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person has given back by other means what the provider refused to give back.
final class ClosingRefund {

  private final StoredPayment payment;
  private final Instant now;

  ClosingRefund(StoredPayment payment, Instant now) {
    this.payment = payment;
    this.now = now;
  }

  /// @throws Refusal while it may still be carried out, or when it was given back otherwise
  Outcome close(String refundId, String why) {
    Refund refund =
        payment.refund(refundId).orElseThrow(() -> Refusal.notFound("refund", refundId));
    return switch (refund.status()) {
      case SUCCEEDED -> Outcome.ALREADY;
      case PENDING ->
          throw Refusal.conflict("refund_in_progress", "The provider may still carry it out");
      case FAILED -> closed(refund, why);
    };
  }

  private Outcome closed(Refund refund, String why) {
    String obstacle = obstacle(refund);
    if (obstacle != null) {
      throw Refusal.conflict("refund_not_possible", "It cannot be closed: " + obstacle);
    }
    if (payment.status == PaymentStatus.AUTHORIZED) {
      // Whoever says that reserved money is with the customer says that nobody will take it.
      payment.releasedBy = refund.id();
      payment.captureBy = null;
      payment.status = PaymentStatus.SUCCEEDED;
      new Capturing(payment, now).release(refund.amount(), "released_by_hand");
    }
    Refund done = refund.succeeded(Refunding.BY_HAND);
    payment.replace(done);
    payment.note(
        new Transaction(
            Kind.REFUND,
            State.SUCCEEDED,
            done.amount(),
            // It went past the provider, whose books have nothing of it.
            null,
            done.id(),
            done.reference(),
            why,
            now));
    return new Refunding(payment, now).answer(done);
  }

  private @Nullable String obstacle(Refund refund) {
    RefundRequest again = new RefundRequest(refund.id(), refund.amount(), refund.reason());
    String obstacle = Refunding.obstacle(payment, again);
    boolean reserved = payment.status == PaymentStatus.AUTHORIZED;
    return obstacle == null && reserved && !payment.capturable().equals(refund.amount())
        ? "nothing_captured"
        : obstacle;
  }
}
