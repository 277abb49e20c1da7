package io.emporium.payment.payment;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Pays an open payment: writes the charge down, asks the provider, writes down what it said.
/// Whoever finds the first without the last asks again: see [SweepPayments].
@Component
class BeginPayment {

  /// @param answer what the provider said; null where it was not asked: by hand, or begun before
  record Begun(Payment payment, @Nullable GatewayAnswer answer) {}

  private final AggregateStore<Payment> payments;
  private final Gateways gateways;
  private final SavedMethods savedMethods;
  private final Timing timing;

  BeginPayment(
      AggregateStore<Payment> payments,
      Gateways gateways,
      SavedMethods savedMethods,
      Timing timing) {
    this.payments = payments;
    this.gateways = gateways;
    this.savedMethods = savedMethods;
    this.timing = timing;
  }

  /// @throws io.emporium.kit.problem.Refusal when it cannot be paid, or not like this
  Begun handle(Payment open, PayRequest wish) {
    PayRequest request = savedMethods.prepare(Objects.requireNonNull(open.customerId()), wish);
    AtomicBoolean begun = new AtomicBoolean();
    Payment payment =
        payments.change(
            open,
            found -> {
              Outcome outcome = found.begin(request, timing.plan());
              begun.set(outcome == Outcome.APPLIED);
              return outcome;
            });
    return begun.get() && payment.status() == PaymentStatus.PROCESSING
        ? charge(payment)
        : new Begun(payment, null);
  }

  private Begun charge(Payment payment) {
    Charge charge = payment.charge(timing.overdueBefore());
    GatewayAnswer answer = gateways.of(charge.attempt().provider()).charge(charge);
    int number = charge.attempt().number();
    Payment settled =
        payments.change(payment, found -> found.settle(number, answer, timing.plan()));
    return new Begun(settled, answer);
  }
}
