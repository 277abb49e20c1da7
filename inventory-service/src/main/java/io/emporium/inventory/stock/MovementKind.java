package io.emporium.inventory.stock;

import java.util.Locale;

/// Why figures changed.
public enum MovementKind {
  RECEIPT,
  ADJUSTMENT,
  SALE,
  RETURN,
  TRANSFER_OUT,
  TRANSFER_IN,
  HOLD,
  RELEASE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
