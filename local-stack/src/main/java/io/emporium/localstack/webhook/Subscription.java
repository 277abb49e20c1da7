package io.emporium.localstack.webhook;

import java.util.Set;

/// Which notifications a receiver wants. At the real providers it is part of the endpoint's
/// setting, and so few of a payment's many events are sent at all.
public record Subscription(Set<String> types) {

  /// What payment-service's README tells people to choose.
  public static final Subscription TO_WHAT_PAYMENTS_NEED =
      new Subscription(
          Set.of(
              "payment_intent.succeeded",
              "payment_intent.payment_failed",
              "payment_intent.amount_capturable_updated",
              "refund.created",
              "refund.updated",
              "charge.dispute.created",
              "CHECKOUT.ORDER.APPROVED",
              "PAYMENT.AUTHORIZATION.CREATED",
              "PAYMENT.CAPTURE.COMPLETED",
              "PAYMENT.CAPTURE.DENIED",
              "PAYMENT.CAPTURE.DECLINED",
              "PAYMENT.CAPTURE.REFUNDED",
              "CUSTOMER.DISPUTE.CREATED"));

  private static final String ALL = "*";

  /// @param text types with commas between them, or `*`; what payments need when empty
  public static Subscription read(String text) {
    return text.isBlank()
        ? TO_WHAT_PAYMENTS_NEED
        : new Subscription(Set.of(text.split("\\s*,\\s*")));
  }

  boolean wants(String type) {
    return types.contains(type) || types.contains(ALL);
  }
}
