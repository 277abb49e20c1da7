package io.emporium.sales.checkout;

/// What the saga can be told: the answers of inventory and payment, a wish to cancel, and time.
public sealed interface SagaReply {

  /// All lines are held.
  record StockHeld() implements SagaReply {}

  /// Nothing is held: there was not enough.
  record StockRefused(String reason) implements SagaReply {}

  /// The hold ended because its time was over.
  record HoldExpired() implements SagaReply {}

  /// The customer can pay now.
  record PaymentOpened() implements SagaReply {}

  /// The money is taken.
  record PaymentTaken() implements SagaReply {}

  /// The provider does not answer; payment-service keeps asking.
  record PaymentUnclear() implements SagaReply {}

  /// The provider declined for good.
  record PaymentDeclined(String reason) implements SagaReply {}

  /// Nothing was taken and nothing can be any longer.
  record PaymentVoided() implements SagaReply {}

  /// The held units have left the stock.
  record StockDeducted() implements SagaReply {}

  /// The hold was gone and could not be had again.
  record DeductionRefused(String reason) implements SagaReply {}

  /// Nothing is held any longer.
  record StockReleased() implements SagaReply {}

  /// Deducted units came back.
  record StockRestocked(String restockId) implements SagaReply {}

  /// Money went back.
  record RefundDone(String refundId) implements SagaReply {}

  /// The provider refuses the refund for good.
  record RefundFailed(String refundId, String reason) implements SagaReply {}

  /// The refund was asked for when everything had gone back already.
  record NothingToRefund(String refundId) implements SagaReply {}

  /// A person calls the order off, before anything was shipped.
  record CancelAsked(String reason) implements SagaReply {}

  /// The patience of the present step is over.
  record DeadlinePassed() implements SagaReply {}
}
