package io.emporium.payment.payment;

import io.emporium.kit.store.Outcome;
import io.emporium.payment.payment.Transaction.Kind;
import io.emporium.payment.payment.Transaction.State;
import org.jspecify.annotations.Nullable;

/// What the answer of a provider means for a payment.
final class Settlement {

  private final StoredPayment payment;
  private final AskPlan plan;

  Settlement(StoredPayment payment, AskPlan plan) {
    this.payment = payment;
    this.plan = plan;
  }

  Outcome take(int number, GatewayAnswer answer) {
    // News of money is never too late.
    return switch (answer) {
      case GatewayAnswer.Approved approved -> new Securing(payment, plan).taken(approved);
      case GatewayAnswer.Authorized reserved -> new Securing(payment, plan).reserved(reserved);
      case GatewayAnswer other -> isWaitingFor(number) ? waiting(other) : Outcome.ALREADY;
    };
  }

  private Outcome waiting(GatewayAnswer answer) {
    return switch (answer) {
      case GatewayAnswer.Approved approved -> new Securing(payment, plan).taken(approved);
      case GatewayAnswer.Authorized reserved -> new Securing(payment, plan).reserved(reserved);
      case GatewayAnswer.RequiresAction action -> actionRequired(action);
      case GatewayAnswer.Declined(var code) -> declined(code);
      case GatewayAnswer.Refused(var code) -> notTried(code);
      case GatewayAnswer.NotSent() -> notSent();
      case GatewayAnswer.Cancelled() -> cancelled();
      case GatewayAnswer.NotAsked() -> notAsked();
      case GatewayAnswer.NoAnswer(var why, var heard) ->
          heard ? unknown(payment.current().undecided(plan), why) : silence(why);
    };
  }

  private Outcome actionRequired(GatewayAnswer.RequiresAction action) {
    Attempt waiting = payment.current().withAction(action.reference(), action.url());
    if (payment.voidReason != null) {
      payment.attempt = waiting.askAt(plan.now());
      payment.status = PaymentStatus.CANCELLING;
      return payment.applied();
    }
    boolean known = payment.status == PaymentStatus.REQUIRES_ACTION;
    Attempt watched = waiting.askAt(plan.nextWhileActing(payment.expiresAt));
    if (known && watched.isNoSoonerThan(payment.current())) {
      return Outcome.ALREADY;
    }
    payment.attempt = watched;
    payment.status = PaymentStatus.REQUIRES_ACTION;
    if (!known) {
      note(State.ACTION_REQUIRED, null);
    }
    return payment.applied();
  }

  private Outcome declined(String code) {
    note(State.DECLINED, code);
    payment.failureCode = code;
    if (payment.voidReason != null) {
      return end();
    }
    payment.attempt = payment.current().answered();
    payment.status = PaymentStatus.FAILED;
    payment.answer();
    return payment.applied();
  }

  /// Nothing was tried, so the customer may try otherwise, under a new key.
  private Outcome notTried(String code) {
    note(State.REFUSED, code);
    payment.failureCode = code;
    if (payment.voidReason != null) {
      return end();
    }
    payment.attempt = payment.current().answered();
    payment.status = PaymentStatus.REQUESTED;
    return payment.applied();
  }

  private Outcome notSent() {
    boolean never = payment.status == PaymentStatus.PROCESSING && payment.current().asks() == 0;
    if (!never) {
      return silence("provider_unavailable");
    }
    if (isAsChosen(payment.current().request())) {
      payment.payAsChosenAt = plan.next(payment.current().number() - 1);
    }
    return notTried("provider_unavailable");
  }

  // Nobody waits for the answer who could try again.
  private boolean isAsChosen(PayRequest request) {
    return payment.chosen != null
        && payment.chosen.equals(request.forCustomer(payment.chosen.providerCustomer()));
  }

  private Outcome cancelled() {
    note(State.CANCELLED, null);
    return end();
  }

  private Outcome silence(String why) {
    return unknown(payment.current().silent(plan), why);
  }

  private Outcome notAsked() {
    return unknown(payment.current().askAt(plan.whenNotAsked()), "provider_unavailable");
  }

  private Outcome unknown(Attempt asked, String why) {
    payment.attempt = asked;
    if (payment.status == PaymentStatus.PROCESSING) {
      payment.status = PaymentStatus.UNKNOWN;
      note(State.UNKNOWN, why);
      payment.answer();
    }
    return payment.applied();
  }

  /// Nothing was taken, and nothing can be any longer.
  Outcome end() {
    payment.attempt = payment.attempt().map(Attempt::answered).orElse(null);
    payment.status = PaymentStatus.VOIDED;
    payment.note(
        new Transaction(
            Kind.VOID,
            State.SUCCEEDED,
            payment.amount(),
            payment.provider(),
            null,
            null,
            payment.voidReason,
            plan.now()));
    payment.answer();
    return payment.applied();
  }

  private boolean isWaitingFor(int number) {
    return payment.attempt().filter(attempt -> attempt.number() == number).isPresent()
        && switch (payment.status) {
          case PROCESSING, UNKNOWN, REQUIRES_ACTION, CANCELLING -> true;
          case REQUESTED, AWAITING_CONFIRMATION, AUTHORIZED, SUCCEEDED, FAILED, VOIDED -> false;
        };
  }

  private void note(State state, @Nullable String code) {
    payment.noteCharge(state, code, plan.now());
  }
}
