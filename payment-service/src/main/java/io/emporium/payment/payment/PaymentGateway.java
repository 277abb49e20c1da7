package io.emporium.payment.payment;

/// A payment provider. No method throws for what happens on the way: silence is an answer.
public interface PaymentGateway {

  /// Whether calls reach the provider.
  enum Availability {
    UP,
    /// Believed down, and worth a try.
    PROBING,
    DOWN
  }

  Provider provider();

  Availability availability();

  /// Charges, once per key however often it is called.
  GatewayAnswer charge(Charge charge);

  /// What became of a charge. Where the provider knows nothing of it, the same call is made again
  /// under the same key, if it is still wanted.
  GatewayAnswer ask(Charge charge);

  /// Withdraws a charge that waits for the customer.
  GatewayAnswer cancel(Charge charge);

  /// Takes reserved money, once per key however often it is called.
  CaptureAnswer capture(CaptureOrder order);

  /// Gives back, once per refund however often it is called.
  RefundAnswer refund(RefundOrder order);

  /// Gives reserved money free.
  RefundAnswer release(RefundOrder order);
}
