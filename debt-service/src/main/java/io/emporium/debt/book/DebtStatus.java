package io.emporium.debt.book;

/// The life of a debt.
public enum DebtStatus {
  OPEN,
  /// An instalment was not paid in time; ends with its payment.
  OVERDUE,
  /// Nothing is owed any longer.
  SETTLED
}
