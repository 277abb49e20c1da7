package io.emporium.payment.payment.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.payment.InitiatePayment;
import io.emporium.events.payment.PaymentChoice;
import io.emporium.events.payment.RefundPayment;
import io.emporium.events.payment.VoidPayment;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.kit.tenancy.Scope;
import io.emporium.payment.company.CompanyTerms;
import io.emporium.payment.payment.CallOffPayment;
import io.emporium.payment.payment.OpenPayment;
import io.emporium.payment.payment.Opening;
import io.emporium.payment.payment.OrderEnd;
import io.emporium.payment.payment.PayRequest;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.RefundCharge;
import io.emporium.payment.payment.RefundRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
@Consumes(value = "commands", concurrency = 4)
class PaymentCommandListener {

  private final OpenPayment open;
  private final CallOffPayment callOff;
  private final RefundCharge refund;
  private final CompanyTerms terms;

  PaymentCommandListener(
      OpenPayment open, CallOffPayment callOff, RefundCharge refund, CompanyTerms terms) {
    this.open = open;
    this.callOff = callOff;
    this.refund = refund;
    this.terms = terms;
  }

  @Handles
  void on(InitiatePayment command, Envelope<?> envelope) {
    open.handle(
        new Opening(
            command.orderId(),
            command.orderNumber(),
            company(envelope),
            command.customerId(),
            command.shopId(),
            command.amount(),
            command.expiresAt(),
            terms.capturesLater(company(envelope)),
            command.options() == null ? List.of() : command.options().offered(),
            command.options() == null ? null : chosen(command.options().chosen())));
  }

  // A way to pay that is not known here is no way: the payment waits to be paid otherwise.
  private static @Nullable PayRequest chosen(@Nullable PaymentChoice choice) {
    if (choice == null) {
      return null;
    }
    return Provider.fromWire(choice.provider())
        .map(
            provider ->
                new PayRequest(
                    provider, choice.paymentMethod(), choice.returnUrl(), choice.save(), null))
        .orElse(null);
  }

  @Handles
  void on(VoidPayment command, Envelope<?> envelope) {
    callOff.handle(
        new OrderEnd(command.orderId(), company(envelope), null, null, command.reason()));
  }

  @Handles
  void on(RefundPayment command, Envelope<?> envelope) {
    refund.handle(
        Scope.company(company(envelope)),
        command.orderId(),
        new RefundRequest(command.refundId(), command.amount(), command.reason()));
  }

  private static String company(Envelope<?> envelope) {
    return Objects.requireNonNull(envelope.companyid(), "an order belongs to a company");
  }
}
