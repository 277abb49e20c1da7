package io.emporium.sales.checkout;

/// How an order died.
public enum Ending {
  REJECTED,
  CANCELLED,
  EXPIRED
}
