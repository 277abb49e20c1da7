package io.emporium.payment.payment;

import io.emporium.events.Money;

/// A capture as a provider is asked for it.
///
/// @param authorization what was reserved
/// @param authorized how much of it
public record CaptureOrder(
    String paymentId, String authorization, Money authorized, Capture capture) {

  public String key() {
    return paymentId + ":capture:" + capture.id();
  }
}
