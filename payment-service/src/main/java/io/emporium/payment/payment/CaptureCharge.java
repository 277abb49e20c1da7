package io.emporium.payment.payment;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import org.springframework.stereotype.Component;

/// Takes reserved money, in whole or in part.
@Component
public class CaptureCharge {

  private final AggregateStore<Payment> payments;
  private final AttendPayment attend;
  private final Timing timing;

  CaptureCharge(AggregateStore<Payment> payments, AttendPayment attend, Timing timing) {
    this.payments = payments;
    this.attend = attend;
    this.timing = timing;
  }

  /// @throws io.emporium.kit.problem.Refusal when it cannot be
  public Payment handle(Scope scope, String paymentId, CaptureRequest request) {
    Payment payment =
        payments.change(scope, paymentId, found -> found.capture(request, timing.now()));
    if (payment.isDue(timing.now())) {
      attend.handle(paymentId, false);
    }
    return payments.get(scope, paymentId);
  }
}
