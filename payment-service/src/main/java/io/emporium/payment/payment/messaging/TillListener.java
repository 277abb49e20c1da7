package io.emporium.payment.payment.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.payment.ConfirmPaymentByHand;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.kit.tenancy.Scope;
import io.emporium.payment.payment.TakeTillPayment;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Sales at a till, which sales-service has checked the staff's right to.
@Component
@Consumes(value = "commands", concurrency = 4)
class TillListener {

  private final TakeTillPayment take;

  TillListener(TakeTillPayment take) {
    this.take = take;
  }

  @Handles
  void on(ConfirmPaymentByHand command, Envelope<?> envelope) {
    String companyId =
        Objects.requireNonNull(envelope.companyid(), "an order belongs to a company");
    take.handle(
        Scope.company(companyId),
        new TakeTillPayment.Command(command.orderId(), command.provider(), command.reference()));
  }
}
