package io.emporium.payment.payment;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// The till has the money of a sale. A sale that was called off meanwhile stays unpaid: the till
/// was told so, and gave the money back.
@Component
public class TakeTillPayment {

  public record Command(String orderId, String provider, String reference) {}

  private final AggregateStore<Payment> payments;
  private final Timing timing;

  TakeTillPayment(AggregateStore<Payment> payments, Timing timing) {
    this.payments = payments;
    this.timing = timing;
  }

  /// @throws Refusal not found while the payment is not open yet
  public void handle(Scope scope, Command command) {
    Provider provider = Provider.valueOf(command.provider().toUpperCase(Locale.ROOT));
    if (!provider.byHand()) {
      throw new IllegalArgumentException(provider + " is not confirmed by hand");
    }
    var _ =
        payments.change(
            scope,
            Payment.idOf(command.orderId()),
            payment ->
                switch (payment.status()) {
                  case FAILED, VOIDED -> Outcome.ALREADY;
                  case REQUESTED,
                      AWAITING_CONFIRMATION,
                      PROCESSING,
                      REQUIRES_ACTION,
                      CANCELLING,
                      UNKNOWN,
                      AUTHORIZED,
                      SUCCEEDED ->
                      payment.confirm(provider, command.reference(), timing.now());
                });
  }
}
