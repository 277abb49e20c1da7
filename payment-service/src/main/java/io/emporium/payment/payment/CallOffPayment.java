package io.emporium.payment.payment;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import org.springframework.stereotype.Component;

/// Closes the payment of an order for good, also one that was never opened.
@Component
public class CallOffPayment {

  private final AggregateStore<Payment> payments;
  private final PaymentOpenings openings;
  private final Errands errands;
  private final Timing timing;

  CallOffPayment(
      AggregateStore<Payment> payments, PaymentOpenings openings, Errands errands, Timing timing) {
    this.payments = payments;
    this.openings = openings;
    this.errands = errands;
    this.timing = timing;
  }

  /// The saga wants it closed and waits for the answer.
  public void handle(OrderEnd end) {
    Payment unopened = Payment.voidedBeforeOpened(end, timing.now());
    if (payments.create(unopened)) {
      openings.opened(end.orderId());
      return;
    }
    Payment closed =
        payments.change(
            end.scope(), unopened.id(), found -> found.voidPayment(end.reason(), timing.plan()));
    if (closed.isDue(timing.now())) {
      errands.soon(closed.id());
    }
  }

  /// A person wants it closed.
  ///
  /// @throws io.emporium.kit.problem.Refusal for one that is paid
  public Payment byHand(Scope scope, String paymentId, String reason) {
    Payment closed =
        payments.change(scope, paymentId, found -> found.voidByHand(reason, timing.plan()));
    if (closed.isDue(timing.now())) {
      errands.soon(closed.id());
    }
    return closed;
  }

  /// The order is known to have ended; nobody waits for an answer.
  public void orderEnded(OrderEnd end) {
    Payment unopened = Payment.tombstone(end, timing.now());
    if (payments.create(unopened)) {
      openings.opened(end.orderId());
      return;
    }
    var unused = payments.change(end.scope(), unopened.id(), Payment::endOrder);
  }
}
