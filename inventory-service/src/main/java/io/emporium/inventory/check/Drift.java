package io.emporium.inventory.check;

import org.jspecify.annotations.Nullable;

/// Two records of one thing that disagree.
///
/// @param orderId where a hold is concerned
/// @param expected what the other record says
/// @param actual what the stock item says
public record Drift(
    Kind kind,
    String companyId,
    String sku,
    String warehouseId,
    @Nullable String orderId,
    long expected,
    long actual) {

  public enum Kind {
    /// The movements do not add up to on-hand.
    LEDGER,
    /// A hold has no reservation behind it.
    STRAY_HOLD,
    /// A reservation's units are not held.
    MISSING_HOLD,
    /// Reserved is not the sum of the holds, or exceeds on-hand.
    FIGURES
  }
}
