package io.emporium.payment.payment;

import io.emporium.events.Money;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.payment.payment.Transaction.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a payment is tried: at a provider, or by hand.
final class Beginning {

  private static final int MOST_ATTEMPTS = 20;

  private final StoredPayment payment;

  Beginning(StoredPayment payment) {
    this.payment = payment;
  }

  Outcome begin(PayRequest request, AskPlan plan) {
    return switch (payment.status) {
      case REQUESTED, AWAITING_CONFIRMATION -> start(request, plan);
      case REQUIRES_ACTION, UNKNOWN, AUTHORIZED, SUCCEEDED -> Outcome.ALREADY;
      case PROCESSING ->
          throw Refusal.conflict("payment_in_progress", "Another attempt to pay is running")
              .retryAfterSeconds(2);
      case FAILED -> {
        if (payment.attempt().filter(made -> made.request().equals(request)).isPresent()) {
          yield Outcome.ALREADY;
        }
        throw notPayable("The payment was declined and the order has ended");
      }
      case CANCELLING, VOIDED -> throw notPayable("The order can no longer be paid");
    };
  }

  private Outcome start(PayRequest request, AskPlan plan) {
    if (payment.expiresAt != null && plan.now().isAfter(payment.expiresAt)) {
      throw notPayable("The time to pay is over");
    }
    requireOffered(request.provider());
    int number = payment.attempt == null ? 1 : payment.attempt.number() + 1;
    if (number > MOST_ATTEMPTS) {
      throw Refusal.conflict("too_many_attempts", "The order was tried to be paid too often");
    }
    payment.attempt = Attempt.first(number, payment.id(), request, plan);
    payment.failureCode = null;
    payment.payAsChosenAt = null;
    payment.status =
        request.provider().byHand()
            ? PaymentStatus.AWAITING_CONFIRMATION
            : PaymentStatus.PROCESSING;
    payment.noteCharge(State.INITIATED, null, plan.now());
    return payment.applied();
  }

  private void requireOffered(Provider provider) {
    List<String> offered = Objects.requireNonNullElse(payment.offered, List.of());
    if (!new PaymentOptions(offered, null).offers(provider.wireName())) {
      throw Refusal.rule(
          "payment_method_not_offered", "The shop does not take " + provider.wireName());
    }
  }

  /// What the customer chose with the order is tried again where only a provider was away. Where it
  /// cannot be, they are shown why and may pay otherwise.
  Outcome notAsChosen(Refusal why, AskPlan plan) {
    if (payment.status != PaymentStatus.REQUESTED || payment.payAsChosenAt == null) {
      return Outcome.ALREADY;
    }
    payment.failureCode = why.code();
    payment.payAsChosenAt = why.category() == Category.UNAVAILABLE ? plan.whenNotAsked() : null;
    return payment.applied();
  }

  Outcome confirm(Provider by, @Nullable Money counted, String reference, Instant now) {
    return switch (payment.status) {
      case REQUESTED, AWAITING_CONFIRMATION -> {
        if (counted != null && !counted.equals(payment.amount())) {
          throw Refusal.rule("amount_differs", "The order costs " + payment.amount());
        }
        yield new Securing(payment, AskPlan.never(now))
            .taken(new GatewayAnswer.Approved(by, reference, payment.amount()));
      }
      case AUTHORIZED, SUCCEEDED -> confirmedBefore(by);
      case PROCESSING, REQUIRES_ACTION, UNKNOWN, CANCELLING ->
          throw Refusal.conflict("payment_in_progress", "The customer is paying otherwise");
      case FAILED, VOIDED -> throw notPayable("The order can no longer be paid");
    };
  }

  // Cash in the till for an order that a card has paid is one payment too many.
  private Outcome confirmedBefore(Provider by) {
    if (payment.provider() != by) {
      throw Refusal.conflict("already_paid", "The order was paid otherwise");
    }
    return Outcome.ALREADY;
  }

  private static Refusal notPayable(String why) {
    return Refusal.conflict("order_not_payable", why);
  }
}
