package io.emporium.company.registry;

/// The life of a company.
public enum CompanyStatus {
  ACTIVE,
  /// No new orders and no sign-in of its people; running fulfilment and refunds go on.
  SUSPENDED,
  /// For good. Its financial records stay.
  CLOSED
}
