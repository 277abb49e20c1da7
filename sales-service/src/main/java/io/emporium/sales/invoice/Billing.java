package io.emporium.sales.invoice;

import io.emporium.events.Money;
import io.emporium.sales.order.Basket;
import io.emporium.sales.order.OrderLine;
import io.emporium.sales.order.Proration;
import io.emporium.sales.returns.Return;
import io.emporium.sales.returns.ReturnLine;
import java.util.ArrayList;
import java.util.List;

/// The lines of invoices and credit notes. Nothing is computed anew that the order has on record.
final class Billing {

  private Billing() {}

  static List<InvoiceLine> ofSale(Basket basket) {
    List<InvoiceLine> lines = new ArrayList<>();
    for (OrderLine line : basket.lines()) {
      lines.add(
          new InvoiceLine(
              line.line(),
              line.name(),
              line.sku(),
              line.quantity(),
              line.unitPrice(),
              line.discount(),
              line.net(),
              line.taxBasisPoints(),
              line.tax(),
              line.total()));
    }
    if (basket.shipping().amount() != 0) {
      lines.add(shipping(lines.size() + 1, basket, basket.shipping()));
    }
    return lines;
  }

  static List<InvoiceLine> ofReturn(Return returned, Basket basket) {
    List<InvoiceLine> lines = new ArrayList<>();
    for (ReturnLine line : returned.lines()) {
      if (line.received() > 0) {
        OrderLine ordered = basket.lines().get(line.line() - 1);
        Money gross = line.refund();
        lines.add(
            new InvoiceLine(
                lines.size() + 1,
                line.name(),
                line.sku(),
                line.received(),
                ordered.unitPrice(),
                Proration.share(line.received(), ordered.quantity(), ordered.discount()),
                gross.minus(line.refundedTax()),
                line.taxBasisPoints(),
                line.refundedTax(),
                gross));
      }
    }
    if (returned.refundedShipping().amount() != 0) {
      lines.add(shipping(lines.size() + 1, basket, returned.refundedShipping()));
    }
    return lines;
  }

  private static InvoiceLine shipping(int position, Basket basket, Money gross) {
    Money tax = basket.shippingTax();
    return new InvoiceLine(
        position,
        "Shipping",
        null,
        1,
        gross,
        Money.zero(gross.currency()),
        gross.minus(tax),
        basket.shippingTaxBasisPoints(),
        tax,
        gross);
  }
}
