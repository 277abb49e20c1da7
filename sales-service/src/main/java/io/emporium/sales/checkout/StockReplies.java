package io.emporium.sales.checkout;

import io.emporium.sales.checkout.CheckoutSaga.Turn;

/// What inventory says, at every step.
final class StockReplies {

  private static final String NO_STOCK = "stock_gone";

  private StockReplies() {}

  static Decision held(Turn turn) {
    return switch (turn.step()) {
      case HOLDING_STOCK -> turn.enter(SagaStep.OPENING_PAYMENT);
      case HOLDING_PAID -> turn.enter(SagaStep.DEDUCTING);
      // A second reserve, sent while the first was unanswered, got what the first did not.
      case CLOSED -> turn.undoAgain(Ask.RELEASE);
      case OPENING_PAYMENT,
          AWAITING_PAYMENT,
          EXPIRING,
          DEDUCTING,
          DONE,
          VOIDING,
          RELEASING,
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

  static Decision refused(Turn turn, String reason) {
    return switch (turn.step()) {
      case HOLDING_STOCK -> turn.dying(Ending.REJECTED, reason).enter(SagaStep.CLOSED);
      case HOLDING_PAID -> turn.dying(Ending.REJECTED, reason).enter(SagaStep.REFUNDING);
      case OPENING_PAYMENT,
          AWAITING_PAYMENT,
          EXPIRING,
          DEDUCTING,
          DONE,
          VOIDING,
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

  /// While the customer may still pay, the question is put to payment-service. Later it does not
  /// matter: a deduction takes from what is available.
  static Decision holdExpired(Turn turn) {
    return switch (turn.step()) {
      case OPENING_PAYMENT, AWAITING_PAYMENT -> turn.enter(SagaStep.EXPIRING);
      case HOLDING_STOCK,
          HOLDING_PAID,
          EXPIRING,
          DEDUCTING,
          DONE,
          VOIDING,
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

  static Decision deducted(Turn turn) {
    return switch (turn.step()) {
      case DEDUCTING -> turn.enter(SagaStep.DONE);
      // A deduction that was refused first and done when asked again has to be undone too, however
      // late. Where it was undone before, the same restock changes nothing.
      case REFUNDING, REFUNDING_UNSETTLED -> turn.enter(SagaStep.REFUNDING_SALE);
      case SETTLING, RETURNING_HOLD, REFUNDED -> turn.enter(SagaStep.RESTOCKING);
      case HOLDING_STOCK,
          HOLDING_PAID,
          OPENING_PAYMENT,
          AWAITING_PAYMENT,
          EXPIRING,
          DONE,
          VOIDING,
          RELEASING,
          CLOSED,
          REFUNDING_SALE,
          RESTOCKING ->
          turn.already();
    };
  }

  static Decision deductionRefused(Turn turn, String reason) {
    return switch (turn.step()) {
      case HOLDING_STOCK, HOLDING_PAID -> refused(turn, reason);
      case OPENING_PAYMENT, AWAITING_PAYMENT -> holdExpired(turn);
      case DEDUCTING -> turn.dying(Ending.CANCELLED, NO_STOCK).enter(SagaStep.REFUNDING);
      case SETTLING -> turn.enter(SagaStep.RETURNING_HOLD);
      case EXPIRING,
          DONE,
          VOIDING,
          RELEASING,
          CLOSED,
          REFUNDING,
          RETURNING_HOLD,
          REFUNDING_UNSETTLED,
          REFUNDING_SALE,
          RESTOCKING,
          REFUNDED ->
          turn.already();
    };
  }

  static Decision released(Turn turn) {
    return switch (turn.step()) {
      case RELEASING -> turn.enter(SagaStep.CLOSED);
      case RETURNING_HOLD -> turn.enter(SagaStep.REFUNDED);
      case HOLDING_STOCK,
          HOLDING_PAID,
          OPENING_PAYMENT,
          AWAITING_PAYMENT,
          EXPIRING,
          DEDUCTING,
          DONE,
          VOIDING,
          CLOSED,
          REFUNDING,
          REFUNDING_UNSETTLED,
          SETTLING,
          REFUNDING_SALE,
          RESTOCKING,
          REFUNDED ->
          turn.already();
    };
  }

  static Decision restocked(Turn turn) {
    return switch (turn.step()) {
      case RESTOCKING -> turn.enter(SagaStep.REFUNDED);
      case HOLDING_STOCK,
          HOLDING_PAID,
          OPENING_PAYMENT,
          AWAITING_PAYMENT,
          EXPIRING,
          DEDUCTING,
          DONE,
          VOIDING,
          RELEASING,
          CLOSED,
          REFUNDING,
          RETURNING_HOLD,
          REFUNDING_UNSETTLED,
          SETTLING,
          REFUNDING_SALE,
          REFUNDED ->
          turn.already();
    };
  }
}
