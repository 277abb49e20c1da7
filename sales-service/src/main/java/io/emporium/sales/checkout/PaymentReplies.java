package io.emporium.sales.checkout;

import io.emporium.sales.checkout.CheckoutSaga.Turn;

/// What payment-service says, at every step.
final class PaymentReplies {

  private static final String NOT_PAID = "not_paid_in_time";

  private PaymentReplies() {}

  static Decision opened(Turn turn) {
    return switch (turn.step()) {
      case OPENING_PAYMENT -> turn.enter(SagaStep.AWAITING_PAYMENT);
      case CLOSED -> turn.undoAgain(Ask.VOID);
      case HOLDING_STOCK,
          HOLDING_PAID,
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

  /// The third answer. It moves nothing: payment-service asks the provider until it knows.
  static Decision unclear(Turn turn) {
    return switch (turn.step()) {
      case OPENING_PAYMENT -> turn.enter(SagaStep.AWAITING_PAYMENT);
      case HOLDING_STOCK,
          HOLDING_PAID,
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

  static Decision taken(Turn turn) {
    return switch (turn.step()) {
      case HOLDING_STOCK -> turn.enter(SagaStep.HOLDING_PAID);
      case OPENING_PAYMENT, AWAITING_PAYMENT, EXPIRING -> turn.enter(SagaStep.DEDUCTING);
      // Too late: whoever wrote the order's end was first.
      case VOIDING, RELEASING, CLOSED -> turn.enter(SagaStep.REFUNDING);
      case HOLDING_PAID,
          DEDUCTING,
          DONE,
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

  static Decision declined(Turn turn) {
    return switch (turn.step()) {
      case HOLDING_STOCK, OPENING_PAYMENT, AWAITING_PAYMENT, EXPIRING ->
          turn.dying(Ending.CANCELLED, CheckoutSaga.PAYMENT_FAILED).enter(SagaStep.RELEASING);
      case VOIDING -> turn.enter(SagaStep.RELEASING);
      case HOLDING_PAID,
          DEDUCTING,
          DONE,
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

  static Decision voided(Turn turn) {
    return switch (turn.step()) {
      case OPENING_PAYMENT, AWAITING_PAYMENT, EXPIRING ->
          turn.dying(Ending.EXPIRED, NOT_PAID).enter(SagaStep.RELEASING);
      case VOIDING -> turn.enter(SagaStep.RELEASING);
      case HOLDING_STOCK,
          HOLDING_PAID,
          DEDUCTING,
          DONE,
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

  static Decision refunded(Turn turn) {
    return switch (turn.step()) {
      case REFUNDING -> turn.enter(SagaStep.RETURNING_HOLD);
      case REFUNDING_UNSETTLED -> turn.enter(SagaStep.SETTLING);
      case REFUNDING_SALE -> turn.enter(SagaStep.RESTOCKING);
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
          RETURNING_HOLD,
          SETTLING,
          RESTOCKING,
          REFUNDED ->
          turn.already();
    };
  }

  static Decision refundFailed(Turn turn) {
    return switch (turn.step()) {
      case REFUNDING, REFUNDING_UNSETTLED, REFUNDING_SALE -> turn.refused();
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
          RETURNING_HOLD,
          SETTLING,
          RESTOCKING,
          REFUNDED ->
          turn.already();
    };
  }
}
