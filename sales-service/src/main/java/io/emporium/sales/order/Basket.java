package io.emporium.sales.order;

import io.emporium.events.Money;
import io.emporium.events.inventory.StockLine;
import io.emporium.kit.problem.Refusal;
import io.emporium.sales.order.TaxCalculation.Taxed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;

/// The lines of an order and what they come to.
///
/// @param subtotal of the prices as displayed, before discounts
/// @param discount taken off, as displayed
/// @param tax of the lines and of the shipping
/// @param shipping what the customer pays for it, tax included
/// @param shippingTax contained in it, at `shippingTaxBasisPoints`
/// @param total what the customer pays
public record Basket(
    List<OrderLine> lines,
    Money subtotal,
    Money discount,
    Money tax,
    Money shipping,
    Money shippingTax,
    int shippingTaxBasisPoints,
    Money total) {

  /// Shipping is taxed as the company's goods usually are.
  private static final String SHIPPING_TAX_CLASS = "shipping";

  /// What applies to an order as a whole.
  ///
  /// @param discount spread over the lines by their prices; null for none
  /// @param shipping as displayed; null for none
  record Extras(@Nullable Money discount, @Nullable Money shipping) {
    static final Extras NONE = new Extras(null, null);
  }

  @PersistenceCreator
  public Basket {
    lines = List.copyOf(lines);
  }

  /// @throws Refusal when prices are in several currencies, or too large to count
  static Basket of(List<PricedItem> items, TaxCalculation taxes, Extras extras) {
    try {
      return computed(items, taxes, extras);
    } catch (ArithmeticException e) {
      throw Refusal.rule("amount_too_large", "The amount is too large");
    } catch (IllegalArgumentException e) {
      throw Refusal.rule("several_currencies", "All items of one order must have one currency");
    }
  }

  private static Basket computed(List<PricedItem> items, TaxCalculation taxes, Extras extras) {
    Money zero = Money.zero(items.getFirst().unitPrice().currency());
    List<Money> prices =
        items.stream().map(item -> item.unitPrice().times(item.quantity())).toList();
    Money subtotal = prices.stream().reduce(zero, Money::plus);
    List<Money> discounts = discounts(extras.discount(), subtotal, prices);
    List<OrderLine> lines = new ArrayList<>();
    for (int n = 0; n < items.size(); n++) {
      lines.add(line(n + 1, items.get(n), discounts.get(n), taxes));
    }
    Taxed shipping =
        taxes.line(extras.shipping() == null ? zero : extras.shipping(), SHIPPING_TAX_CLASS);
    return new Basket(
        lines,
        subtotal,
        discounts.stream().reduce(zero, Money::plus),
        lines.stream().map(OrderLine::tax).reduce(shipping.tax(), Money::plus),
        shipping.total(),
        shipping.tax(),
        shipping.basisPoints(),
        lines.stream().map(OrderLine::total).reduce(shipping.total(), Money::plus));
  }

  // No more than there is to pay is ever taken off.
  private static List<Money> discounts(@Nullable Money asked, Money subtotal, List<Money> prices) {
    Money zero = Money.zero(subtotal.currency());
    if (asked == null) {
      return prices.stream().map(price -> zero).toList();
    }
    Money discount = asked.exceeds(subtotal) ? subtotal : asked;
    return Proration.spread(discount, prices.stream().map(Money::amount).toList());
  }

  private static OrderLine line(int number, PricedItem item, Money discount, TaxCalculation taxes) {
    Money displayed = item.unitPrice().times(item.quantity()).minus(discount);
    Taxed taxed = taxes.line(displayed, item.taxClass());
    return new OrderLine(
        number,
        item.productId(),
        item.sku(),
        item.name(),
        item.quantity(),
        item.unitPrice(),
        discount,
        taxed.basisPoints(),
        taxed.tax(),
        taxed.total());
  }

  List<StockLine> stock() {
    return lines.stream().map(line -> new StockLine(line.sku(), line.quantity())).toList();
  }
}
