package io.emporium.notification.delivery;

/// The life of a delivery.
public enum DeliveryStatus {
  /// Waits for its next attempt.
  PENDING,
  /// The provider has taken it.
  SENT,
  /// No attempt succeeded, or it could not be said at all.
  FAILED,
  /// Not tried any more, since there is nowhere to send it.
  SUPPRESSED
}
