package io.emporium.shop.web;

import java.util.List;
import java.util.Locale;

/// How a shop may be paid: what payment-service knows.
enum PaymentMethod {
  STRIPE,
  PAYPAL,
  CASH,
  BANK_TRANSFER,
  CASH_ON_DELIVERY;

  static List<String> names(List<PaymentMethod> methods) {
    return methods.stream()
        .distinct()
        .map(method -> method.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
