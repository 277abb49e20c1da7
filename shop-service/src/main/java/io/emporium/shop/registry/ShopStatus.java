package io.emporium.shop.registry;

/// Whether a shop sells.
public enum ShopStatus {
  OPEN,
  /// Sells nothing until it is opened again; running orders go on.
  CLOSED
}
