package io.emporium.payment.payment;

import io.emporium.kit.store.AggregateStore;
import org.springframework.stereotype.Component;

/// Opens the payment of an order, once. Where the customer has chosen how to pay, that is begun at
/// once, and not waited for.
@Component
public class OpenPayment {

  private final AggregateStore<Payment> payments;
  private final PaymentOpenings openings;
  private final Errands errands;
  private final Timing timing;

  OpenPayment(
      AggregateStore<Payment> payments, PaymentOpenings openings, Errands errands, Timing timing) {
    this.payments = payments;
    this.openings = openings;
    this.errands = errands;
    this.timing = timing;
  }

  public void handle(Opening opening) {
    Payment payment = Payment.open(opening, timing.now());
    if (!payments.create(payment)) {
      var unused =
          payments.change(opening.scope(), payment.id(), found -> found.openAgain(opening));
    }
    openings.opened(opening.orderId());
    if (payment.isDue(timing.now())) {
      errands.soon(payment.id());
    }
  }
}
