package io.emporium.sales.order;

import io.emporium.sales.checkout.Checkout;

/// What the customer should know of the money, read off the saga.
public enum PaymentStanding {
  /// Not open yet.
  PENDING,
  /// Can be paid.
  OPEN,
  PAID,
  /// Nothing was taken.
  NONE,
  REFUNDING,
  REFUNDED;

  public static PaymentStanding of(Checkout checkout) {
    return switch (checkout.step()) {
      case HOLDING_STOCK, OPENING_PAYMENT -> PENDING;
      case AWAITING_PAYMENT, EXPIRING -> OPEN;
      case HOLDING_PAID, DEDUCTING, DONE -> PAID;
      case VOIDING, RELEASING, CLOSED -> NONE;
      case REFUNDING, REFUNDING_UNSETTLED, REFUNDING_SALE -> REFUNDING;
      case RETURNING_HOLD, SETTLING, RESTOCKING, REFUNDED -> REFUNDED;
    };
  }
}
