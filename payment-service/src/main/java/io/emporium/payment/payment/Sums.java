package io.emporium.payment.payment;

import io.emporium.events.Money;
import java.util.Set;

/// How much of a payment was taken, went back, and may still move.
final class Sums {

  private static final Set<Refund.Status> GIVEN = Set.of(Refund.Status.SUCCEEDED);
  private static final Set<Refund.Status> PROMISED =
      Set.of(Refund.Status.SUCCEEDED, Refund.Status.PENDING);

  private Sums() {}

  static Money captured(StoredPayment payment) {
    return switch (payment.status) {
      case SUCCEEDED -> {
        if (payment.isReleased()) {
          yield nothing(payment);
        }
        yield payment.capture == null ? payment.amount() : payment.capture.amount();
      }
      case REQUESTED,
          AWAITING_CONFIRMATION,
          PROCESSING,
          REQUIRES_ACTION,
          CANCELLING,
          UNKNOWN,
          AUTHORIZED,
          FAILED,
          VOIDED ->
          nothing(payment);
    };
  }

  static Money capturable(StoredPayment payment) {
    boolean taking =
        payment.capture().filter(made -> made.status() == Capture.Status.PENDING).isPresent();
    boolean open = payment.status == PaymentStatus.AUTHORIZED && payment.releasedBy == null;
    return open && !taking ? payment.amount() : nothing(payment);
  }

  static Money refunded(StoredPayment payment) {
    return sum(payment, GIVEN);
  }

  static Money given(StoredPayment payment) {
    return sum(payment, PROMISED);
  }

  static Money refundable(StoredPayment payment) {
    Money secured =
        payment.status == PaymentStatus.AUTHORIZED ? promised(payment) : captured(payment);
    return secured.amount() == 0 ? secured : secured.minus(given(payment));
  }

  /// What is about to be taken, or all that can be.
  private static Money promised(StoredPayment payment) {
    return payment
        .capture()
        .filter(made -> made.status() == Capture.Status.PENDING)
        .map(Capture::amount)
        .orElseGet(payment::amount);
  }

  private static Money sum(StoredPayment payment, Set<Refund.Status> statuses) {
    return payment.refunds.stream()
        .filter(refund -> statuses.contains(refund.status()))
        .map(Refund::amount)
        .reduce(nothing(payment), Money::plus);
  }

  private static Money nothing(StoredPayment payment) {
    return Money.zero(payment.amount().currency());
  }
}
