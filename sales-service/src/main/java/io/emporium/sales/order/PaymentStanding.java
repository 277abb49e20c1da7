package io.emporium.sales.order;

import io.emporium.sales.checkout.Checkout;

/// What the customer should know of the money, read off the saga and what has gone back.
public enum PaymentStanding {
  /// Not open yet.
  PENDING,
  /// Can be paid.
  OPEN,
  PAID,
  /// Paid, and a part of it has gone back, by a return or by hand.
  PARTIALLY_REFUNDED,
  /// Nothing was taken.
  NONE,
  REFUNDING,
  /// All has gone back.
  REFUNDED;

  public static PaymentStanding of(Checkout checkout, Repayments repayments) {
    return switch (checkout.step()) {
      case HOLDING_STOCK, OPENING_PAYMENT -> PENDING;
      case AWAITING_PAYMENT, EXPIRING -> OPEN;
      case HOLDING_PAID, DEDUCTING, DONE -> paid(repayments);
      case VOIDING, RELEASING, CLOSED -> NONE;
      case REFUNDING, REFUNDING_UNSETTLED, REFUNDING_SALE -> REFUNDING;
      case RETURNING_HOLD, SETTLING, RESTOCKING, REFUNDED -> REFUNDED;
    };
  }

  private static PaymentStanding paid(Repayments repayments) {
    if (repayments.refunded().amount() == 0) {
      return PAID;
    }
    return repayments.taken().exceeds(repayments.refunded()) ? PARTIALLY_REFUNDED : REFUNDED;
  }
}
