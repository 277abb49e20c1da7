package io.emporium.payment.payment;

import io.emporium.events.Money;
import io.emporium.kit.store.Outcome;
import io.emporium.payment.payment.Transaction.Kind;
import io.emporium.payment.payment.Transaction.State;
import java.util.Set;

/// News of money: it is never too late, and never counted twice. What was not asked for is noted as
/// a stray and moves nothing.
final class Securing {

  private final StoredPayment payment;
  private final AskPlan plan;

  Securing(StoredPayment payment, AskPlan plan) {
    this.payment = payment;
    this.plan = plan;
  }

  Outcome taken(GatewayAnswer.Approved approved) {
    if (isKnown(approved.reference(), Set.of(Kind.CHARGE, Kind.CAPTURE))) {
      return Outcome.ALREADY;
    }
    if (isCapture(approved)) {
      return new Capturing(payment, plan.now()).seen(approved.reference(), approved.amount());
    }
    boolean right = approved.amount().equals(payment.amount) && !isSecured();
    note(Kind.CHARGE, right, approved.amount(), approved.provider(), approved.reference());
    if (right) {
      secured(PaymentStatus.SUCCEEDED, approved.provider(), approved.reference());
    } else {
      payment.stray = true;
    }
    return payment.applied();
  }

  // Stripe's capture bears the reservation's reference, PayPal's one of its own.
  private boolean isCapture(GatewayAnswer.Approved approved) {
    return payment.status == PaymentStatus.AUTHORIZED
        && approved.provider() == payment.provider
        && (approved.provider() == Provider.PAYPAL
            || approved.reference().equals(payment.providerReference))
        && fits(payment, approved.amount());
  }

  Outcome reserved(GatewayAnswer.Authorized authorized) {
    if (isKnown(authorized.reference(), Set.of(Kind.CHARGE, Kind.AUTHORIZE, Kind.CAPTURE))) {
      return Outcome.ALREADY;
    }
    boolean right = authorized.amount().equals(payment.amount) && !isSecured();
    note(Kind.AUTHORIZE, right, authorized.amount(), authorized.provider(), authorized.reference());
    if (right) {
      secured(PaymentStatus.AUTHORIZED, authorized.provider(), authorized.reference());
      payment.captureBy = plan.captureBy();
    } else {
      payment.stray = true;
    }
    return payment.applied();
  }

  private boolean isSecured() {
    return payment.status == PaymentStatus.SUCCEEDED || payment.status == PaymentStatus.AUTHORIZED;
  }

  /// Of money that was reserved first, less may be taken than was reserved.
  static boolean fits(StoredPayment payment, Money taken) {
    Money asked = payment.amountIfKnown();
    boolean part =
        asked != null
            && payment.captureLater
            && taken.currency().equals(asked.currency())
            && taken.amount() > 0
            && !taken.exceeds(asked);
    return part || taken.equals(asked);
  }

  private boolean isKnown(String reference, Set<Kind> kinds) {
    return payment.transactions.stream()
        .filter(line -> kinds.contains(line.kind()))
        .filter(line -> line.state() == State.SUCCEEDED || line.state() == State.STRAY)
        .anyMatch(line -> reference.equals(line.reference()));
  }

  private void note(Kind kind, boolean right, Money amount, Provider by, String reference) {
    payment.note(
        new Transaction(
            kind,
            right ? State.SUCCEEDED : State.STRAY,
            amount,
            by,
            payment.attempt().map(Attempt::key).orElse(null),
            reference,
            right ? null : "not_as_asked",
            plan.now()));
  }

  private void secured(PaymentStatus status, Provider by, String reference) {
    payment.status = status;
    payment.provider = by;
    payment.providerReference = reference;
    payment.failureCode = null;
    payment.attempt = payment.attempt().map(Attempt::answered).orElse(null);
    boolean save = payment.attempt().filter(made -> made.request().save()).isPresent();
    payment.saveMethodAt = save ? plan.now() : null;
    payment.answer();
  }
}
