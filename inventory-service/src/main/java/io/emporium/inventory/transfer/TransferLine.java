package io.emporium.inventory.transfer;

/// Units of a SKU that are to be moved, and what has become of them.
///
/// @param quantity sent
/// @param good arrived and on the shelf, surplus included
/// @param damaged arrived, and of no use
/// @param missing left the source and never arrived
/// @param surplus arrived without having been sent
/// @param returned given back to the source when the transfer was cancelled on its way
public record TransferLine(
    String sku, int quantity, int good, int damaged, int missing, int surplus, int returned) {

  static TransferLine of(String sku, int quantity) {
    return new TransferLine(sku, quantity, 0, 0, 0, 0, 0);
  }

  /// How many units nobody has accounted for yet.
  public int open() {
    return quantity + surplus - good - damaged - missing - returned;
  }

  TransferLine with(Delivery.Line delivered) {
    return new TransferLine(
        sku,
        quantity,
        good + delivered.good(),
        damaged + delivered.damaged(),
        missing + delivered.missing(),
        surplus + delivered.surplus(),
        returned);
  }

  TransferLine givenBack() {
    return new TransferLine(sku, quantity, good, damaged, missing, surplus, returned + open());
  }
}
