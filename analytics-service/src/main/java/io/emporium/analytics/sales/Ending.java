package io.emporium.analytics.sales;

/// How an order ended that will not be fulfilled.
public enum Ending {
  CANCELLED,
  REJECTED,
  EXPIRED
}
