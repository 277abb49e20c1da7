package io.emporium.events.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an order may be paid.
///
/// @param offered by its shop when it was placed; empty when the shop takes everything
/// @param chosen by the customer already; tried as soon as the payment is open
public record PaymentOptions(List<String> offered, @Nullable PaymentChoice chosen) {

  public static final PaymentOptions ANY = new PaymentOptions(List.of(), null);

  public boolean offers(String provider) {
    return offered.isEmpty() || offered.contains(provider);
  }
}
