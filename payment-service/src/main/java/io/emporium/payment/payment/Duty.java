package io.emporium.payment.payment;

/// What has to be done at the provider's for a payment.
sealed interface Duty {

  /// Ask what became of the charge.
  record Ask() implements Duty {}

  /// Withdraw the charge.
  record Cancel() implements Duty {}

  /// Learn what was paid with, since the customer wants to use it again.
  record SaveMethod() implements Duty {}

  /// Send a refund, or ask what became of it.
  record SendRefund(String refundId) implements Duty {}
}
