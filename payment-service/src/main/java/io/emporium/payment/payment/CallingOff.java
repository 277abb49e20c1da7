package io.emporium.payment.payment;

import io.emporium.events.payment.PaymentVoided;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;

/// How a payment that nobody may make any longer is closed.
final class CallingOff {

  private final StoredPayment payment;
  private final AskPlan plan;

  CallingOff(StoredPayment payment, AskPlan plan) {
    this.payment = payment;
    this.plan = plan;
  }

  /// The saga waits for an answer: each status gives one, now or when the provider has decided.
  Outcome forTheSaga(String reason) {
    return switch (payment.status) {
      case REQUESTED, AWAITING_CONFIRMATION, REQUIRES_ACTION, PROCESSING, CANCELLING, UNKNOWN ->
          close(reason);
      case FAILED -> {
        payment.publish(new PaymentVoided(payment.id(), payment.orderId, reason));
        yield payment.applied();
      }
      case AUTHORIZED, SUCCEEDED, VOIDED -> {
        payment.answer();
        yield payment.applied();
      }
    };
  }

  Outcome byHand(String reason) {
    return switch (payment.status) {
      case REQUESTED, AWAITING_CONFIRMATION, REQUIRES_ACTION, PROCESSING, UNKNOWN ->
          payment.voidReason == null ? close(reason) : Outcome.ALREADY;
      case CANCELLING, FAILED, VOIDED -> Outcome.ALREADY;
      case AUTHORIZED, SUCCEEDED ->
          throw Refusal.conflict(
              "payment_secured", "The order is paid: refund it, or cancel the order");
    };
  }

  private Outcome close(String reason) {
    payment.voidReason = reason;
    return switch (payment.status) {
      case REQUESTED, AWAITING_CONFIRMATION -> new Settlement(payment, plan).end();
      case REQUIRES_ACTION -> {
        payment.status = PaymentStatus.CANCELLING;
        payment.attempt = payment.current().askAnew(plan.now());
        yield payment.applied();
      }
      case UNKNOWN -> {
        payment.attempt = payment.current().askAnew(plan.now());
        payment.answer();
        yield payment.applied();
      }
      case CANCELLING -> {
        // Being withdrawn already; only after the last silence would nobody ask any more.
        if (payment.current().nextAskAt() == null) {
          payment.attempt = payment.current().askAnew(plan.now());
        }
        yield payment.applied();
      }
      case PROCESSING, AUTHORIZED, SUCCEEDED, FAILED, VOIDED -> payment.applied();
    };
  }
}
