package io.emporium.payment.company;

/// When the money of a card or of PayPal is taken.
public enum CaptureMode {
  /// As the customer pays.
  AUTOMATIC,
  /// It is reserved as the customer pays and taken by hand, at the latest before the reservation
  /// lapses.
  MANUAL
}
