package io.emporium.payment.payment;

import io.emporium.kit.context.Cause;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Does at the provider's what is due for a payment. The claim is a write of its own, so that of
/// two instances one does it; a claim that is never followed up runs out.
@Component
public class AttendPayment {

  private static final Logger log = LoggerFactory.getLogger(AttendPayment.class);

  private final AggregateStore<Payment> payments;
  private final Gateways gateways;
  private final BeginPayment begin;
  private final SavedMethods savedMethods;
  private final Timing timing;

  AttendPayment(
      AggregateStore<Payment> payments,
      Gateways gateways,
      BeginPayment begin,
      SavedMethods savedMethods,
      Timing timing) {
    this.payments = payments;
    this.gateways = gateways;
    this.begin = begin;
    this.savedMethods = savedMethods;
    this.timing = timing;
  }

  /// @param evenEarly also what would be asked later
  void handle(String paymentId, boolean evenEarly) {
    Payment payment = payments.get(Scope.platform(), paymentId);
    Cause cause = new Cause(payment.correlationId(), Cause.SYSTEM, null, null);
    ScopedValue.where(Cause.CURRENT, cause).run(() -> attend(payment, evenEarly));
  }

  private void attend(Payment seen, boolean evenEarly) {
    AtomicReference<List<Duty>> claimed = new AtomicReference<>(List.of());
    Payment payment =
        payments.change(
            seen,
            found -> {
              List<Duty> duties = found.claim(timing.now(), timing.leaseEnd(), evenEarly);
              claimed.set(duties);
              return duties.isEmpty() ? Outcome.ALREADY : found.applied();
            });
    for (Duty duty : claimed.get()) {
      switch (duty) {
        case Duty.PayAsChosen pay -> pay(payment, pay);
        case Duty.Ask ask -> settle(payment, ask, charge -> gateway(charge).ask(charge));
        case Duty.Cancel cancel ->
            settle(payment, cancel, charge -> gateway(charge).cancel(charge));
        case Duty.Take take -> capture(payment, take);
        case Duty.SendRefund send -> refund(payment, send);
        case Duty.SaveMethod() -> savedMethods.save(payment);
      }
    }
  }

  private void pay(Payment payment, Duty.PayAsChosen pay) {
    Payment paid;
    try {
      paid = begin.handle(payment, pay.request()).payment();
    } catch (Refusal refusal) {
      paid =
          payments.change(
              Scope.platform(), payment.id(), found -> found.notPaidAsChosen(refusal, plan(pay)));
    }
    log.info(
        "payment {} of order {} tried as chosen with the order, now {}",
        payment.id(),
        payment.orderId(),
        paid.status());
    if (paid.isDue(timing.now())) {
      // The card is to be saved.
      handle(payment.id(), false);
    }
  }

  private PaymentGateway gateway(Charge charge) {
    return gateways.of(charge.attempt().provider());
  }

  private void settle(Payment payment, Duty duty, Function<Charge, GatewayAnswer> question) {
    Charge charge = payment.charge(timing.overdueBefore());
    GatewayAnswer answer = question.apply(charge);
    Payment settled =
        payments.change(
            Scope.platform(),
            payment.id(),
            found -> found.settle(charge.attempt().number(), answer, plan(duty)));
    log.info(
        "payment {} of order {} asked again: {}, now {}",
        payment.id(),
        payment.orderId(),
        answer.getClass().getSimpleName(),
        settled.status());
  }

  private void capture(Payment payment, Duty.Take take) {
    CaptureOrder order =
        new CaptureOrder(
            payment.id(),
            Objects.requireNonNull(payment.providerReference()),
            payment.amount(),
            payment.capture().orElseThrow());
    CaptureAnswer answer = gateway(payment).capture(order);
    Payment settled =
        payments.change(
            Scope.platform(),
            payment.id(),
            found -> found.settleCapture(take.captureId(), answer, plan(take)));
    if (answer instanceof CaptureAnswer.Declined(var code)) {
      log.error("reserved money of payment {} could not be taken: {}", payment.id(), code);
    }
    if (settled.isDue(timing.now())) {
      // Refunds waited for the capture.
      handle(payment.id(), false);
    }
  }

  private void refund(Payment payment, Duty.SendRefund send) {
    Refund refund = payment.refund(send.refundId()).orElseThrow();
    RefundOrder order =
        new RefundOrder(
            payment.id(),
            payment.orderId(),
            Objects.requireNonNull(payment.providerReference()),
            payment.amount(),
            refund);
    if (payment.isRelease(refund.id())) {
      release(payment, send, order);
      return;
    }
    RefundAnswer answer = gateway(payment).refund(order);
    var _ =
        payments.change(
            Scope.platform(),
            payment.id(),
            found -> found.settleRefund(send.refundId(), answer, plan(send)));
  }

  private void release(Payment payment, Duty.SendRefund send, RefundOrder order) {
    RefundAnswer answer = gateway(payment).release(order);
    if (answer instanceof RefundAnswer.Declined(var code)) {
      log.error("reserved money of payment {} was not given free: {}", payment.id(), code);
    }
    var _ =
        payments.change(
            Scope.platform(),
            payment.id(),
            found -> found.settleRelease(send.refundId(), answer, plan(send)));
  }

  private PaymentGateway gateway(Payment payment) {
    return gateways.of(Objects.requireNonNull(payment.provider()));
  }

  private AskPlan plan(Duty duty) {
    return timing.plan().early(duty.scheduled());
  }
}
