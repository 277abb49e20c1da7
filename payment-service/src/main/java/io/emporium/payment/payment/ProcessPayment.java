package io.emporium.payment.payment;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/// Pays an order: writes the charge down, asks the provider, writes down what it said. Whoever
/// finds the first without the last asks again: see [SweepPayments].
@Component
public class ProcessPayment {

  private final AggregateStore<Payment> payments;
  private final PaymentOpenings openings;
  private final Gateways gateways;
  private final SavedMethods savedMethods;
  private final Errands errands;
  private final Timing timing;

  ProcessPayment(
      AggregateStore<Payment> payments,
      PaymentOpenings openings,
      Gateways gateways,
      SavedMethods savedMethods,
      Errands errands,
      Timing timing) {
    this.payments = payments;
    this.openings = openings;
    this.gateways = gateways;
    this.savedMethods = savedMethods;
    this.errands = errands;
    this.timing = timing;
  }

  public record Command(String customerId, String orderId, PayRequest request) {}

  public Payment handle(Command command) {
    Payment open = openings.await(command.orderId(), command.customerId());
    PayRequest request = savedMethods.prepare(command.customerId(), command.request());
    AtomicBoolean begun = new AtomicBoolean();
    Payment payment =
        payments.change(
            open,
            found -> {
              Outcome outcome = found.begin(request, timing.plan());
              begun.set(outcome == Outcome.APPLIED);
              return outcome;
            });
    return switch (payment.status()) {
      case PROCESSING -> begun.get() ? charge(payment) : payment;
      case REQUIRES_ACTION -> resume(payment, request);
      case REQUESTED,
          AWAITING_CONFIRMATION,
          CANCELLING,
          UNKNOWN,
          AUTHORIZED,
          SUCCEEDED,
          FAILED,
          VOIDED ->
          payment;
    };
  }

  private Payment charge(Payment payment) {
    Charge charge = payment.charge(timing.overdueBefore());
    GatewayAnswer answer = gateways.of(charge.attempt().provider()).charge(charge);
    Payment settled = settle(payment, answer);
    if (settled.status() == PaymentStatus.REQUESTED) {
      throw refusal(answer);
    }
    return settled;
  }

  /// The customer comes back from the provider: what did they do there?
  private Payment resume(Payment payment, PayRequest request) {
    Charge charge = payment.charge(timing.overdueBefore());
    GatewayAnswer answer = gateways.of(charge.attempt().provider()).ask(charge);
    Payment settled = settle(payment, answer);
    boolean other = charge.attempt().provider() != request.provider();
    if (settled.status() == PaymentStatus.REQUIRES_ACTION && other) {
      throw Refusal.conflict("payment_in_progress", "Another attempt to pay is running");
    }
    return settled;
  }

  private Payment settle(Payment asked, GatewayAnswer answer) {
    int number = asked.current().number();
    Payment settled =
        payments.change(asked, payment -> payment.settle(number, answer, timing.plan()));
    if (settled.isDue(timing.now())) {
      errands.soon(settled.id());
    }
    return settled;
  }

  private static Refusal refusal(GatewayAnswer answer) {
    if (answer instanceof GatewayAnswer.Refused(var code)) {
      return Refusal.rule("payment_method_refused", "The provider refused the request: " + code);
    }
    return new Refusal(
            Category.UNAVAILABLE, "provider_unavailable", "The payment provider does not answer")
        .retryAfterSeconds(10);
  }
}
