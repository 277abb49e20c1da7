package io.emporium.sales.returns;

import io.emporium.events.Money;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.order.ShippedLine;
import io.emporium.sales.order.Proration;
import io.emporium.sales.order.ReturnClaims.ClaimedLine;

/// A line that comes back.
///
/// @param quantity units that may come back
/// @param total what the customer paid for them, tax included and discounts taken off
/// @param tax contained in it
/// @param good units that came back and can be sold again
/// @param damaged units that came back and cannot
public record ReturnLine(
    int line,
    String sku,
    String name,
    int quantity,
    Money total,
    Money tax,
    int taxBasisPoints,
    int good,
    int damaged) {

  static ReturnLine of(ClaimedLine claimed, String name, int taxBasisPoints) {
    return new ReturnLine(
        claimed.line(),
        claimed.sku(),
        name,
        claimed.quantity(),
        claimed.total(),
        claimed.tax(),
        taxBasisPoints,
        0,
        0);
  }

  public int received() {
    return good + damaged;
  }

  int missing() {
    return quantity - received();
  }

  /// What is given back for the units received.
  public Money refund() {
    return Proration.share(received(), quantity, total);
  }

  public Money refundedTax() {
    return Proration.share(received(), quantity, tax);
  }

  ReturnLine with(Portion portion) {
    return new ReturnLine(
        line,
        sku,
        name,
        quantity,
        total,
        tax,
        taxBasisPoints,
        good + portion.good(),
        damaged + portion.damaged());
  }

  ShippedLine shipped() {
    return new ShippedLine(line, sku, received());
  }

  /// Units of a line that arrive together.
  public record Portion(int line, int good, int damaged) {

    StockLine restocked(String sku) {
      return new StockLine(sku, good);
    }
  }
}
