package io.emporium.inventory.check;

import org.jspecify.annotations.Nullable;

/// Two records of one thing that disagree.
///
/// @param sku null where a whole batch is concerned, as `warehouseId` is
/// @param reference the order, transfer or batch that is concerned, where one is
/// @param expected what the other record says
/// @param actual what the stock item says, or the ledger of a batch
public record Drift(
    Kind kind,
    String companyId,
    @Nullable String sku,
    @Nullable String warehouseId,
    @Nullable String reference,
    long expected,
    long actual) {

  public enum Kind {
    /// The movements do not add up to on-hand.
    LEDGER,
    /// A hold has no reservation behind it.
    STRAY_HOLD,
    /// A reservation's units are not held.
    MISSING_HOLD,
    /// Units are promised to a transfer that is not being shipped.
    STRAY_PICK,
    /// What an item expects of a transfer is not what is on its way.
    INCOMING,
    /// A batch has not moved what it says it has.
    BATCH,
    /// The figures contradict each other: something is negative, or reserved is not the sum of what
    /// is promised or exceeds on-hand, or incoming is not the sum of what is on its way.
    FIGURES
  }
}
