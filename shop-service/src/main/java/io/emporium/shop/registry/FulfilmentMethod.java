package io.emporium.shop.registry;

/// How goods reach the buyer.
public enum FulfilmentMethod {
  DELIVERY,
  PICKUP,
  IN_STORE
}
