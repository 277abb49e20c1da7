package io.emporium.payment.payment;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import org.springframework.stereotype.Component;

/// Gives money back, in whole or in part.
@Component
public class RefundCharge {

  private final AggregateStore<Payment> payments;
  private final AttendPayment attend;
  private final Errands errands;
  private final RefundLimits limits;
  private final Timing timing;

  RefundCharge(
      AggregateStore<Payment> payments,
      AttendPayment attend,
      Errands errands,
      RefundLimits limits,
      Timing timing) {
    this.payments = payments;
    this.attend = attend;
    this.errands = errands;
    this.limits = limits;
    this.timing = timing;
  }

  /// The saga wants it; the answer is an event.
  public void handle(Scope scope, String orderId, RefundRequest request) {
    Payment payment =
        payments.change(scope, Payment.idOf(orderId), found -> found.refund(request, timing.now()));
    if (payment.isDue(timing.now())) {
      errands.soon(payment.id());
    }
  }

  /// A person wants it, and is told how it went.
  ///
  /// @param limited whether the company's limit for refunds without approval holds for this person
  /// @throws Refusal when it cannot be
  public Payment byHand(Scope scope, String paymentId, RefundRequest request, boolean limited) {
    Payment payment =
        payments.change(scope, paymentId, found -> refundByHand(found, request, limited));
    if (payment.isDue(timing.now())) {
      attend.handle(paymentId, false);
    }
    return payments.get(scope, paymentId);
  }

  /// A person has given back by other means what the provider refused to.
  public Payment close(Scope scope, String paymentId, String refundId, String why) {
    return payments.change(
        scope, paymentId, found -> found.closeRefund(refundId, why, timing.now()));
  }

  private Outcome refundByHand(Payment payment, RefundRequest request, boolean limited) {
    if (payment.refund(request.id()).isEmpty()) {
      String obstacle = payment.obstacleTo(request);
      if (obstacle != null) {
        throw Refusal.conflict("refund_not_possible", "It cannot be refunded: " + obstacle);
      }
      if (limited) {
        limits.require(payment, request.amount());
      }
    }
    return payment.refund(request, timing.now());
  }
}
