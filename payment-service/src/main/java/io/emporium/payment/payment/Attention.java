package io.emporium.payment.payment;

import org.jspecify.annotations.Nullable;

/// Why a person must look at a payment: money is not where it belongs, and nothing that happens by
/// itself will change that.
public enum Attention {
  /// The provider does not give reserved money free; it may be being asked anew.
  RELEASE_REFUSED,
  /// The provider does not let reserved money be taken.
  CAPTURE_REFUSED,
  /// The order has ended and its money could not be given back.
  REFUND_REFUSED,
  /// The provider was asked often enough what became of a charge, a capture or a refund.
  UNANSWERED;

  static @Nullable Attention of(StoredPayment payment) {
    if (isReleaseRefused(payment)) {
      return RELEASE_REFUSED;
    }
    if (isCaptureRefused(payment)) {
      return CAPTURE_REFUSED;
    }
    if (isRefundRefused(payment)) {
      return REFUND_REFUSED;
    }
    return isUnanswered(payment) ? UNANSWERED : null;
  }

  static boolean isReleaseRefused(StoredPayment payment) {
    return payment.status == PaymentStatus.AUTHORIZED
        && payment.refunds.stream().anyMatch(refund -> refund.timesRefused() > 0);
  }

  private static boolean isCaptureRefused(StoredPayment payment) {
    return payment.status == PaymentStatus.AUTHORIZED
        && payment.capture != null
        && payment.capture.status() == Capture.Status.FAILED;
  }

  private static boolean isRefundRefused(StoredPayment payment) {
    return payment.orderEnded
        && payment.amount != null
        && payment.refundable().amount() > 0
        && payment.refunds.stream().anyMatch(refund -> refund.status() == Refund.Status.FAILED);
  }

  private static boolean isUnanswered(StoredPayment payment) {
    boolean open =
        payment.status == PaymentStatus.UNKNOWN || payment.status == PaymentStatus.CANCELLING;
    boolean charge = open && payment.current().nextAskAt() == null;
    boolean capture = payment.capture != null && payment.capture.isUnanswered();
    return charge || capture || payment.refunds.stream().anyMatch(Refund::isUnanswered);
  }
}
