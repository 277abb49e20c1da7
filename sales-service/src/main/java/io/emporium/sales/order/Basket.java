package io.emporium.sales.order;

import io.emporium.events.Money;
import io.emporium.events.inventory.StockLine;
import io.emporium.kit.problem.Refusal;
import io.emporium.sales.order.TaxCalculation.Taxed;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.annotation.PersistenceCreator;

/// The lines of an order and what they come to.
///
/// @param subtotal of the prices as displayed
/// @param total what the customer pays
public record Basket(
    List<OrderLine> lines, Money subtotal, Money tax, Money shipping, Money total) {

  @PersistenceCreator
  public Basket {
    lines = List.copyOf(lines);
  }

  /// @throws Refusal when prices are in several currencies, or too large to count
  static Basket of(List<PricedItem> items, TaxCalculation taxes) {
    List<OrderLine> lines = new ArrayList<>();
    Money zero = Money.zero(items.getFirst().unitPrice().currency());
    Money subtotal = zero;
    Money tax = zero;
    Money total = zero;
    try {
      for (PricedItem item : items) {
        OrderLine line = line(lines.size() + 1, item, taxes);
        lines.add(line);
        subtotal = subtotal.plus(item.unitPrice().times(item.quantity()));
        tax = tax.plus(line.tax());
        total = total.plus(line.total());
      }
    } catch (ArithmeticException e) {
      throw Refusal.rule("amount_too_large", "The amount is too large");
    } catch (IllegalArgumentException e) {
      throw Refusal.rule("several_currencies", "All items of one order must have one currency");
    }
    return new Basket(lines, subtotal, tax, zero, total);
  }

  private static OrderLine line(int number, PricedItem item, TaxCalculation taxes) {
    Taxed taxed = taxes.line(item.unitPrice().times(item.quantity()), item.taxClass());
    return new OrderLine(
        number,
        item.productId(),
        item.sku(),
        item.name(),
        item.quantity(),
        item.unitPrice(),
        Money.zero(item.unitPrice().currency()),
        taxed.tax(),
        taxed.total());
  }

  List<StockLine> stock() {
    return lines.stream().map(line -> new StockLine(line.sku(), line.quantity())).toList();
  }
}
