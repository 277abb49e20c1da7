package io.emporium.payment.payment;

import io.emporium.events.payment.PaymentEvent;
import io.emporium.events.payment.PaymentFailed;
import io.emporium.events.payment.PaymentInitiated;
import io.emporium.events.payment.PaymentSucceeded;
import io.emporium.events.payment.PaymentUnknown;
import io.emporium.events.payment.PaymentVoided;
import java.util.Objects;

/// How a payment stands, as a fact for others: the answer to every command, also to a repeated one.
final class Standing {

  /// Who took the money, where there was none to take.
  private static final String NOBODY = "none";

  private Standing() {}

  static PaymentEvent of(StoredPayment payment) {
    String id = payment.id();
    String orderId = payment.orderId;
    String customerId = Objects.requireNonNullElse(payment.customerId, "");
    return switch (payment.status) {
      case REQUESTED, AWAITING_CONFIRMATION, PROCESSING, REQUIRES_ACTION, CANCELLING ->
          new PaymentInitiated(id, orderId, payment.amount());
      case UNKNOWN -> new PaymentUnknown(id, orderId);
      case AUTHORIZED, SUCCEEDED ->
          new PaymentSucceeded(
              id,
              orderId,
              customerId,
              payment.amount(),
              payment.provider == null ? NOBODY : payment.provider.wireName(),
              Objects.requireNonNullElse(payment.providerReference, ""));
      case FAILED ->
          new PaymentFailed(
              id, orderId, customerId, Objects.requireNonNullElse(payment.failureCode, "declined"));
      case VOIDED ->
          new PaymentVoided(
              id, orderId, Objects.requireNonNullElse(payment.voidReason, "order_ended"));
    };
  }
}
