package io.emporium.sales.order;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How goods reach the customer.
public enum FulfilmentMethod {
  DELIVERY,
  PICKUP,
  IN_STORE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FulfilmentMethod> fromWire(String name) {
    return Stream.of(values()).filter(method -> method.wireName().equals(name)).findFirst();
  }
}
