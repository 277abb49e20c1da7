package io.emporium.sales.order;

import io.emporium.events.Money;

/// A line as ordered; copies that are never computed again.
///
/// @param line 1 for the first
/// @param unitPrice as displayed
/// @param discount on the whole line, taken off before the tax
/// @param taxBasisPoints the rate that was applied: 1900 is 19 %
/// @param tax of the whole line
/// @param total what the customer pays for the line
public record OrderLine(
    int line,
    String productId,
    String sku,
    String name,
    int quantity,
    Money unitPrice,
    Money discount,
    int taxBasisPoints,
    Money tax,
    Money total) {

  public Money net() {
    return total.minus(tax);
  }
}
