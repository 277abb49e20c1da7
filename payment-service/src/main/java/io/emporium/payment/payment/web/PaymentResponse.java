package io.emporium.payment.payment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.emporium.events.Money;
import io.emporium.payment.payment.Attempt;
import io.emporium.payment.payment.Attention;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.PaymentStatus;
import io.emporium.payment.payment.Provider;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param status requested, processing, requires_action, unknown, authorized, succeeded, failed or
///   voided
/// @param captured what was taken
/// @param captureBy when reserved money is taken at the latest
/// @param attention why a person must look
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentResponse(
    String id,
    String orderId,
    String status,
    @Nullable Money amount,
    @Nullable Money captured,
    @Nullable Money refunded,
    @Nullable Provider provider,
    @Nullable NextAction nextAction,
    @Nullable String failureCode,
    List<RefundResponse> refunds,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant captureBy,
    @Nullable Attention attention,
    long version) {

  /// What the customer has to do.
  record NextAction(String type, String url) {}

  static PaymentResponse from(Payment payment) {
    boolean known = payment.amountIfKnown() != null;
    return new PaymentResponse(
        payment.id(),
        payment.orderId(),
        wireName(payment.status()),
        payment.amountIfKnown(),
        known ? payment.captured() : null,
        known ? payment.refunded() : null,
        payment.provider(),
        nextAction(payment),
        payment.failureCode(),
        payment.refunds().stream().map(RefundResponse::from).toList(),
        payment.createdAt(),
        payment.expiresAt(),
        payment.captureBy(),
        payment.attention(),
        payment.version());
  }

  private static String wireName(PaymentStatus status) {
    return switch (status) {
      case REQUESTED -> "requested";
      case AWAITING_CONFIRMATION, PROCESSING, CANCELLING -> "processing";
      case REQUIRES_ACTION -> "requires_action";
      case UNKNOWN -> "unknown";
      case AUTHORIZED -> "authorized";
      case SUCCEEDED -> "succeeded";
      case FAILED -> "failed";
      case VOIDED -> "voided";
    };
  }

  private static @Nullable NextAction nextAction(Payment payment) {
    if (payment.status() != PaymentStatus.REQUIRES_ACTION) {
      return null;
    }
    return payment
        .attempt()
        .map(Attempt::nextUrl)
        .filter(url -> !url.isEmpty())
        .map(url -> new NextAction("redirect", url))
        .orElse(null);
  }
}
