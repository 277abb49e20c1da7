package io.emporium.shop.registry;

/// Whether a shop sells.
public enum ShopStatus {
  OPEN,
  /// Takes no new orders until it is opened again; running ones go on.
  PAUSED,
  /// As paused, and nothing of it is unfinished.
  CLOSED
}
