package io.emporium.payment.payment;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import org.springframework.stereotype.Component;

/// A customer pays an order, or comes back from the provider.
@Component
public class ProcessPayment {

  private final AggregateStore<Payment> payments;
  private final PaymentOpenings openings;
  private final BeginPayment begin;
  private final Gateways gateways;
  private final Errands errands;
  private final Timing timing;

  ProcessPayment(
      AggregateStore<Payment> payments,
      PaymentOpenings openings,
      BeginPayment begin,
      Gateways gateways,
      Errands errands,
      Timing timing) {
    this.payments = payments;
    this.openings = openings;
    this.begin = begin;
    this.gateways = gateways;
    this.errands = errands;
    this.timing = timing;
  }

  public record Command(String customerId, String orderId, PayRequest request) {}

  public Payment handle(Command command) {
    Payment open = openings.await(command.orderId(), command.customerId());
    BeginPayment.Begun begun = begin.handle(open, command.request());
    Payment payment = begun.payment();
    if (begun.answer() != null) {
      return attended(charged(payment, begun.answer()));
    }
    return payment.status() == PaymentStatus.REQUIRES_ACTION
        ? attended(resume(payment, command.request()))
        : payment;
  }

  private static Payment charged(Payment payment, GatewayAnswer answer) {
    if (payment.status() == PaymentStatus.REQUESTED) {
      throw refusal(answer);
    }
    return payment;
  }

  /// The customer comes back from the provider: what did they do there?
  private Payment resume(Payment payment, PayRequest request) {
    Charge charge = payment.charge(timing.overdueBefore());
    GatewayAnswer answer = gateways.of(charge.attempt().provider()).ask(charge);
    int number = charge.attempt().number();
    Payment settled =
        payments.change(payment, found -> found.settle(number, answer, timing.plan()));
    boolean other = charge.attempt().provider() != request.provider();
    if (settled.status() == PaymentStatus.REQUIRES_ACTION && other) {
      throw Refusal.conflict("payment_in_progress", "Another attempt to pay is running");
    }
    return settled;
  }

  private Payment attended(Payment payment) {
    if (payment.isDue(timing.now())) {
      errands.soon(payment.id());
    }
    return payment;
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
