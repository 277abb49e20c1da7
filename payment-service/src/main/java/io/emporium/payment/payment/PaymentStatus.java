package io.emporium.payment.payment;

/// The life of a payment.
public enum PaymentStatus {
  /// Open: the customer may pay.
  REQUESTED,
  /// A way to pay by hand was chosen; staff confirm when the money is there.
  AWAITING_CONFIRMATION,
  /// The charge was written down and is with the provider.
  PROCESSING,
  /// The customer has to do something at the provider: approve, authenticate.
  REQUIRES_ACTION,
  /// Called off while the customer was at the provider's: being withdrawn there.
  CANCELLING,
  /// The provider gave no answer and is asked again.
  UNKNOWN,
  /// The money is reserved, and is taken later, by hand or before the reservation lapses.
  AUTHORIZED,
  /// The money is taken. Refunds do not change this.
  SUCCEEDED,
  /// Declined for good.
  FAILED,
  /// Nothing was taken and nobody may pay any longer.
  VOIDED
}
