package io.emporium.debt.book;

/// How an instalment stands.
public enum InstalmentStatus {
  OPEN,
  PARTLY_PAID,
  /// Not, or not wholly, paid when its day was over.
  OVERDUE,
  PAID
}
