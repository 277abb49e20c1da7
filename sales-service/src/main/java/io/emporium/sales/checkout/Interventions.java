package io.emporium.sales.checkout;

import io.emporium.sales.checkout.CheckoutSaga.Turn;

/// What people and time do, at every step.
final class Interventions {

  private static final String NO_ANSWER = "stock_not_confirmed";

  private Interventions() {}

  static Decision cancel(Turn turn, String reason) {
    Turn dead = turn.dying(Ending.CANCELLED, reason);
    return switch (turn.step()) {
      case HOLDING_STOCK -> dead.enter(SagaStep.RELEASING);
      case HOLDING_PAID -> dead.enter(SagaStep.REFUNDING);
      // The stock is free at once; whether money was taken meanwhile, payment-service says.
      case OPENING_PAYMENT, AWAITING_PAYMENT, EXPIRING -> dead.enter(SagaStep.VOIDING, Ask.RELEASE);
      case DEDUCTING -> dead.enter(SagaStep.REFUNDING_UNSETTLED);
      case DONE -> dead.enter(SagaStep.REFUNDING_SALE);
      case VOIDING,
          RELEASING,
          CLOSED,
          REFUNDING,
          RETURNING_HOLD,
          REFUNDING_UNSETTLED,
          SETTLING,
          REFUNDING_SALE,
          RESTOCKING,
          REFUNDED ->
          turn.already();
    };
  }

  static Decision deadline(Turn turn) {
    return switch (turn.step()) {
      case HOLDING_STOCK -> turn.dying(Ending.REJECTED, NO_ANSWER).enter(SagaStep.RELEASING);
      case HOLDING_PAID -> turn.dying(Ending.REJECTED, NO_ANSWER).enter(SagaStep.REFUNDING);
      case OPENING_PAYMENT, AWAITING_PAYMENT -> turn.enter(SagaStep.EXPIRING);
      case EXPIRING,
          DEDUCTING,
          VOIDING,
          RELEASING,
          REFUNDING,
          RETURNING_HOLD,
          REFUNDING_UNSETTLED,
          SETTLING,
          REFUNDING_SALE,
          RESTOCKING ->
          turn.stuck();
      case DONE, CLOSED, REFUNDED -> turn.already();
    };
  }

  /// The answer that a person gives in place of a service that does not.
  static SagaReply vouchedFor(SagaStep step, Deal deal) {
    return switch (step) {
      case EXPIRING, VOIDING -> new SagaReply.PaymentVoided();
      case DEDUCTING, SETTLING -> new SagaReply.StockDeducted();
      case RELEASING, RETURNING_HOLD -> new SagaReply.StockReleased();
      case REFUNDING, REFUNDING_UNSETTLED, REFUNDING_SALE ->
          new SagaReply.RefundDone(deal.refundId(0));
      case RESTOCKING -> new SagaReply.StockRestocked(deal.restockId());
      case HOLDING_STOCK, HOLDING_PAID, OPENING_PAYMENT, AWAITING_PAYMENT, DONE, CLOSED, REFUNDED ->
          throw new IllegalStateException(step + " is never stuck");
    };
  }
}
